package io.bellhop.core.discord.link.rest;

import io.bellhop.core.discord.entity.Recent;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Stands between JDA, which makes a request again when its answer was lost, and Discord, which may have taken the first
 * one. That an acknowledgement is there already says then that it was taken; else it says that another process has
 * taken the call. What Discord would do twice is not made again: who asked is told, and marks what may be a repeat.
 * Safe for use from any thread.
 */
public final class Repeats implements Interceptor {
    private static final int REMEMBERED = 1_000;
    private static final int SERVER_ERROR = 500;
    private static final int NO_CONTENT = 204;
    private static final int PEEK = 4_096;
    private static final Pattern ACKNOWLEDGEMENT = Pattern.compile(".*/interactions/\\d+/[^/]+/callback");

    /** There is no nonce for what follows the answer to a call, nor for a thread about no message. */
    private static final Pattern DONE_TWICE = Pattern.compile(".*/(webhooks/\\d+/[^/]+|channels/\\d+/threads)");

    private final Recent<String, Boolean> unanswered = new Recent<>(REMEMBERED);

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        var path = request.url().encodedPath();
        if (ACKNOWLEDGEMENT.matcher(path).matches()) {
            return acknowledged(chain, request);
        }
        var isDoneTwice =
                request.method().equals("POST") && DONE_TWICE.matcher(path).matches();
        return isDoneTwice ? once(chain, request) : chain.proceed(request);
    }

    /** JDA makes no request again that failed with 500, or for a reason that it does not know. */
    private static Response once(Chain chain, Request request) throws IOException {
        try {
            var response = chain.proceed(request);
            return response.code() < SERVER_ERROR
                    ? response
                    : response.newBuilder().code(SERVER_ERROR).build();
        } catch (SocketException | SocketTimeoutException e) {
            throw new IOException("No answer came", e);
        }
    }

    private Response acknowledged(Chain chain, Request request) throws IOException {
        var name = request.url().encodedPath();
        try {
            var response = chain.proceed(request);
            if (response.code() >= SERVER_ERROR) {
                unanswered.remember(name, true);
            }
            return unanswered.find(name).isPresent() && isThereAlready(response) ? taken(response) : response;
        } catch (IOException e) {
            unanswered.remember(name, true);
            throw e;
        }
    }

    private static boolean isThereAlready(Response response) throws IOException {
        try {
            var code = DataObject.fromJson(response.peekBody(PEEK).string()).getInt("code", 0);
            return code == ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED.getCode();
        } catch (ParsingException e) {
            return false; // a page for people, or nothing
        }
    }

    private static Response taken(Response response) {
        response.close();
        return response.newBuilder()
                .code(NO_CONTENT)
                .message("taken before")
                .body(ResponseBody.create("", null))
                .build();
    }
}
