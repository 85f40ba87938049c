# Finds a Java and starts Bellhop on it. Sourced by `bellhop` and run.sh; plain POSIX shell, and hardly a subprocess,
# because every start waits for it.

JAVA_WANTED=25

# is_java HOME TOOL: whether a Java that is new enough, with bin/TOOL, lies there; sets java_release. The version is read from
# the `release` file: starting a JVM to ask it would take longer than the rest of this script.
is_java() {
  [ -x "$1/bin/$2" ] && [ -r "$1/release" ] || return 1
  java_release= java_version=
  while IFS='="' read -r key empty value rest; do
    case $key in
      JAVA_VERSION) java_version=${value%%[!0-9]*} ;;
      JAVA_RUNTIME_VERSION | IMPLEMENTOR_VERSION) java_release=$java_release-$value ;;
    esac
  done <"$1/release"
  [ "${java_version:-0}" -ge $JAVA_WANTED ]
}

# find_java TOOL: sets java_home to the first Java that has bin/TOOL: JAVA_HOME, then PATH, then the usual folders.
find_java() {
  if [ -n "${JAVA_HOME:-}" ] && is_java "$JAVA_HOME" "$1"; then
    java_home=$JAVA_HOME
    return
  fi
  if on_path=$(command -v "$1"); then
    java_home=$(readlink -f "$on_path" 2>/dev/null) || java_home=$on_path
    java_home=${java_home%/bin/*}
    is_java "$java_home" "$1" && return
  fi
  for java_home in /usr/lib/jvm/* /usr/java/* /usr/local/*jdk* /opt/* /opt/java/* "${HOME:-}"/.sdkman/candidates/java/* \
    "${HOME:-}"/.jdks/* "${HOME:-}"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    is_java "$java_home" "$1" && return
  done
  echo "bellhop: no Java $JAVA_WANTED or newer (bin/$1) in JAVA_HOME, on PATH or in the usual folders." >&2
  echo "  Get one: https://adoptium.net, or your system's packages (Debian: openjdk-25-jdk, macOS: brew install openjdk," >&2
  echo "  anywhere: sdk install java 25-tem). Or set JAVA_HOME to where it is." >&2
  return 1
}

# start_up_cache DIST: sets cache to the file that belongs to this build on this Java. Anything else would not fit.
start_up_cache() {
  build=none
  [ ! -r "$1/build" ] || read -r build <"$1/build"
  cache=$1/bellhop-$build$java_release.aot
}

# train DIST: makes the start-up cache by living once through what a first user does. The environment is emptied, so that no
# token of the owner's can connect this bot to anything. What was hot in it is not recorded: the JVM would compile that at each
# start at once, and for good.
train() {
  find_java java && start_up_cache "$1" || return 1
  lessons=$(mktemp -d) || return 1
  printf '%s\n' '!ping' '!help' '!run js' '```js' 'console.log(6*7)' '```' |
    env -i PATH="$PATH" HOME="$lessons" "$java_home/bin/java" @"$1/lib/jvm.options" -XX:AOTCacheOutput="$cache.$$" \
      -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:+IgnoreUnrecognizedVMOptions \
      -Dbellhop.dist="$1" -Dbellhop.home="$lessons/home" -jar "$1/bellhop.jar" >"$lessons/said" 2>&1
  if [ -s "$cache.$$" ]; then
    rm -f "$1"/bellhop-*.aot
    mv -f "$cache.$$" "$cache"
  else
    tail -n 5 "$lessons/said" >&2
    false
  fi
  trained=$?
  rm -rf "$lessons" "$cache.$$" "$cache.$$.config"
  return $trained
}

# train_later DIST: the same beside the bot, gently, once at a time, and out of reach of the terminal's signals.
train_later() {
  if [ -r "$1/training" ] && read -r pid <"$1/training" && kill -0 "$pid" 2>/dev/null; then
    return
  fi
  rm -f "$1/training"
  (
    trap '' INT HUP
    nice -n 19 sh -c '
      . "$1/lib/launch.sh"
      set -C
      echo $$ >"$1/training" || exit
      trap '\''rm -f "$1/training"'\'' EXIT
      train "$1"
    ' train "$1" </dev/null >/dev/null 2>&1 &
  )
}

# wants_bot WORD...: whether these words start the bot, rather than ask something quick.
wants_bot() {
  for word; do
    case $word in
      doctor | backup | restore | help | -h | --help | --version) return 1 ;;
    esac
  done
}

# launch DIST HOME WORD...: becomes Bellhop. HOME holds unless the words name another.
launch() {
  dist=$1 default_home=$2 use_cache=
  shift 2
  find_java java || exit 1
  start_up_cache "$dist"
  if [ -r "$cache" ]; then
    use_cache=-XX:AOTCache=$cache
  elif wants_bot "$@" && [ -w "$dist" ]; then
    train_later "$dist"
  fi
  # glibc else gives every thread that compiles an arena of its own, and keeps tens of megabytes of what was freed there
  export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
  # shellcheck disable=SC2086 # the owner's options are words
  exec "$java_home/bin/java" @"$dist/lib/jvm.options" ${use_cache:+"$use_cache"} ${BELLHOP_JVM_OPTS:-} \
    -Dbellhop.dist="$dist" -Dbellhop.home="$default_home" -jar "$dist/bellhop.jar" "$@"
}
