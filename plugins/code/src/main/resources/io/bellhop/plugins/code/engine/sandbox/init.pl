use strict;

# The first process of a sandbox: runs the steps that it is given, one after the other, and says how each went. It trusts
# nothing of what the program does. The program has pipes of its own, can't look into this process, since that is not
# dumpable, and is dead with all its children before its files are read. Wire.java is the other end.
my ($event, @numbers) = splice(@ARGV, 0, 11);
my ($bounds, @waiting) = @ARGV;    # a runtime that is started before its program is there, if any
my ($prctl, $prlimit, $wait4, $pidfd_open, $close_range, $epoll_create, $epoll_ctl, $epoll_pwait, $clock_gettime, $sigprocmask) =
    map { $_ + 0 } @numbers;
my ($SET_DUMPABLE, $SET_DESCRIPTOR, $SET_FLAGS, $NONBLOCK) = (4, 2, 4, 2048);
my ($READABLE, $WRITABLE, $EDGE, $ADD) = (1, 4, 1 << 31, 1);
my ($NOHANG, $KILL, $AGAIN) = (1, 9, 11);
my ($CHUNK, $FULLEST_PIPE, $DEEPEST, $MOST_SEEN) = (1 << 16, 1 << 20, 8, 2000);
my ($NO_SIGNAL, $FAREWELL, $SET_MASK) = (pack('Q', 0), pack('Q', 1 << 9), 2);
my $SCHEDULED = 2;    # the third of the clocks that Linux keeps for each process
my $control = '';
my $farewell;    # whether the program has said that it has ended well, and clears itself up

$$ == 1 or die "not the first process of a sandbox";
$SIG{PIPE} = 'IGNORE';
umask 022;
syscall($prctl, $SET_DUMPABLE, 0, 0, 0, 0) == 0 or die "not dumpable: $!";
syscall($close_range, 3, 0xffffffff, 0) == 0 or die "close_range: $!";
$SIG{USR1} = sub { $farewell = 1 } if @waiting;
syscall($sigprocmask, $SET_MASK, $FAREWELL, 0, 8) == 0 or die "sigprocmask: $!";    # only ever comes while attend waits
my $early = @waiting ? early() : undef;
send_frame('r', '');
while (defined(my $frame = receive())) {
    last if $farewell;    # and with this process ends what is left of the step that has said so
    run(substr($frame, 1)) if $frame =~ /^s/;    # anything else was meant for a step that has ended
}

sub send_frame {
    my $frame = $_[0] . pack('N', length $_[1]) . $_[1];
    while (length $frame) {
        my $sent = syswrite(STDOUT, $frame) or exit 1;
        substr($frame, 0, $sent) = '';
    }
}

sub receive {
    while (1) {
        my $frame = whole_frame();
        return $frame if defined $frame;
        sysread(STDIN, $control, $CHUNK, length $control) or return undef;
    }
}

sub whole_frame {
    length $control >= 5 or return undef;
    my ($kind, $size) = unpack('a N', $control);
    length $control >= 5 + $size or return undef;
    my $frame = $kind . substr($control, 5, $size);
    substr($control, 0, 5 + $size) = '';
    return $frame;
}

sub run {
    my ($command, $environment, $limits, $files, $input, $open, $collect) = unpack('(N/a)7', $_[0]);
    put(unpack('n N/a N/a', $_)) for unpack('(N/a)*', $files);
    my @command = unpack('(N/a)*', $command);
    my ($pid, $in_write, $out_read, $err_read, $fault_read) = $early ? begun(@command) : started(
        sub { become(\@command, [unpack('(N/a)*', $environment)], [unpack('(N Q>)*', $limits)]) });
    defined $pid or return send_frame('!', "no process could be made: $!");
    my ($root, @most) = length $collect ? unpack('N/a N N', $collect) : ();
    my ($status, $cpu, $peak) = attend($pid, $in_write, $input, $open, [o => $out_read], [e => $err_read]);
    my $fault = '';
    sysread($fault_read, $fault, 1000);
    return send_frame('!', "the program could not be started: $fault") if length $fault;
    if (defined $root && lstat $root) {
        end_all(0, {});
        collect($root, @most);
    }
    send_frame('z', '') if $farewell;
    send_frame('x', pack('N Q> Q>', $status, $cpu, $peak));
}

# Starts a process with pipes of its own, which does what it is given and becomes a program with it.
sub started {
    my ($becoming) = @_;
    pipe(my $in_read, my $in_write);
    pipe(my $out_read, my $out_write);
    pipe(my $err_read, my $err_write);
    pipe(my $fault_read, my $fault_write);
    my $pid = fork;
    defined $pid or return undef;
    if (!$pid) {
        open(STDIN, '<&', $in_read);
        open(STDOUT, '>&', $out_write);
        open(STDERR, '>&', $err_write);
        $becoming->();
        syswrite($fault_write, "$!");
        exit 127;
    }
    return ($pid, $in_write, $out_read, $err_read, $fault_read);
}

# Starts the runtime that waits for its program, whose memory it is: the sandbox's own has to be known first.
sub early {
    send_frame('b', '');
    defined receive() or exit 0;
    pipe(my $begin_read, my $begin_write);
    my @process = started(sub {
        close $begin_write;
        fcntl($begin_read, $SET_DESCRIPTOR, 0);    # stays open
        become([@waiting, fileno $begin_read], [], [unpack('(N Q>)*', pack('H*', $bounds))]);
    });
    return defined $process[0] ? [$begin_write, @process] : undef;
}

# Lets it go on with the program, which is there now.
sub begun {
    my ($begin_write, @process) = @$early;
    undef $early;
    print $begin_write join("\0", @_);
    close $begin_write;
    return @process;
}

sub put {
    my ($mode, $name, $bytes) = @_;
    my $folder = '';
    while ($name =~ m{\G([^/]+)/}g) {
        $folder .= "$1/";
        mkdir $folder;
    }
    open(my $file, '>', $name) or return;
    print $file $bytes;
    close $file;
    chmod $mode, $name;
}

# In the program's own process, before it becomes the program. Comes back only if that failed.
sub become {
    my ($command, $environment, $limits) = @_;
    $SIG{$_} = 'DEFAULT' for qw(HUP INT QUIT PIPE TERM);    # whatever the bot was started to ignore
    syscall($sigprocmask, $SET_MASK, $NO_SIGNAL, 0, 8) == 0 or return;
    setpgrp;
    syscall($prctl, $SET_DUMPABLE, 1, 0, 0, 0);    # so that it may write to its own files in /proc
    if (open(my $score, '>', '/proc/self/oom_score_adj')) {
        syswrite($score, '500');    # the program is killed for its memory, not this process
    }
    while (my ($resource, $most) = splice(@$limits, 0, 2)) {
        syscall($prlimit, 0, $resource, pack('QQ', $most, $most), 0) == 0 or return;
    }
    %ENV = map { /^(.*?)=(.*)$/s ? ($1, $2) : () } @$environment;
    exec { $command->[0] } @$command;
}

# Passes input and output on until the program ends, or shall end. Streams are read in the order in which they became
# ready, which an edge-triggered epoll keeps.
sub attend {
    my ($pid, $in, $input, $open, @streams) = @_;
    my $epoll = syscall($epoll_create, 0);
    my $end = syscall($pidfd_open, $pid, 0);
    my $watch = sub { syscall($epoll_ctl, $epoll, $ADD, $_[0] + 0, pack($event, $EDGE | $_[1], $_[0])) };
    my %stream = map { (fileno $_->[1], $_) } @streams;
    fcntl($_, $SET_FLAGS, $NONBLOCK) for \*STDIN, $in, map { $_->[1] } @streams;
    $watch->($_, $READABLE) for 0, $end, keys %stream;
    $watch->(fileno $in, $WRITABLE);
    my $size = length pack($event, 0, 0);
    my (%used, @reading, $stop, $ahead);
    my $told = !$open;
    until ($stop || defined $used{status}) {
        my $events = "\0" x (8 * $size);
        my $count = syscall($epoll_pwait, $epoll, $events, 8, @reading ? 0 : 100, $NO_SIGNAL, 8);
        for my $ready (map { (unpack($event, substr($events, $_ * $size, $size)))[1] } 0 .. $count - 1) {
            push @reading, $stream{$ready} if $stream{$ready} && !grep { $_ == $stream{$ready} } @reading;
        }
        @reading = grep { pass(@$_) } @reading;
        my $read = sysread(STDIN, $control, $CHUNK, length $control);
        exit 0 if defined $read && !$read;    # whoever watches over this sandbox is gone
        while (defined(my $frame = whole_frame())) {
            $stop = 1 if $frame eq 'k';
            ($input, $told) = ($input . substr($frame, 1), 0) if $frame =~ /^i/;
            $open = 0 if $frame eq 'c';
        }
        $in = feed($in, \$input, $open) if $in;
        send_frame('w', '') if !$told && ($told = !length $input);
        1 while reap($pid, $NOHANG, \%used);
        $ahead = $farewell && !defined $used{status} && is_all_spent($pid, \%used);
    }
    end_all($pid, \%used) if !$ahead;
    for my $stream (@streams) {
        my $left = $FULLEST_PIPE / $CHUNK;
        1 while $left-- && pass(@$stream);
    }
    fcntl(STDIN, $SET_FLAGS, 0);
    syscall($close_range, $_, $_, 0) for $epoll, $end;
    return @used{qw(status cpu peak)};
}

# Passes a piece of a stream on; true if there may be more.
sub pass {
    my ($kind, $stream) = @_;
    sysread($stream, my $bytes, $CHUNK) or return 0;
    send_frame($kind, $bytes);
    return 1;
}

# Writes as much input as the program takes now; gives back where to write the rest, if there may be one.
sub feed {
    my ($in, $input, $open) = @_;
    while (length $$input) {
        my $taken = syswrite($in, $$input, $CHUNK);
        if (!defined $taken) {
            return $in if $! == $AGAIN;
            last;    # nobody reads any more
        }
        substr($$input, 0, $taken) = '';
    }
    return $in if $open;
    close $in;
    return undef;
}

# Notes what a process that ends well has used until now; false if it has, or had, children, of which only its end tells.
sub is_all_spent {
    my ($pid, $used) = @_;
    my ($status, $time) = (content("/proc/$pid/status"), "\0" x 16);
    my $childrens_faults = (split ' ', content("/proc/$pid/stat") =~ s/.*\)//sr)[8];
    return 0 if $childrens_faults || 2 != grep /^\d/, @{entries('/proc')};
    return 0 if syscall($clock_gettime, -8 * ($pid + 1) + $SCHEDULED, $time) != 0 || $status !~ /^VmHWM:\s*(\d+)/m;
    my ($seconds, $nanos) = unpack('qq', $time);
    $used->{cpu} += $seconds * 1_000_000 + int($nanos / 1000);
    $used->{peak} = $1 << 10;
    $used->{status} = 0;
    return 1;
}

sub content {
    open(my $file, '<', $_[0]) or return '';
    read($file, my $content, $CHUNK);
    return $content;
}

# Returns when all other processes are dead.
sub end_all {
    kill $KILL, -1;
    1 while reap($_[0], 0, $_[1]);
}

# Takes one dead process; false if there is none.
sub reap {
    my ($pid, $flags, $used) = @_;
    my ($status, $usage) = ("\0" x 4, "\0" x 256);
    my $dead = syscall($wait4, -1, $status, $flags, $usage);
    return 0 if $dead <= 0;
    my ($seconds, $micros, $system_seconds, $system_micros, $peak) = unpack('q5', $usage);
    $used->{cpu} += ($seconds + $system_seconds) * 1_000_000 + $micros + $system_micros;
    $used->{peak} = $peak << 10 if ($used->{peak} // 0) < $peak << 10;
    $used->{status} = unpack('L', $status) if $dead == $pid;
    return 1;
}

# Hands over the regular files below a folder. What is too much, too deep, not a regular file or can't be read is counted as
# left out; an empty frame says that there is something else in the place of the folder.
sub collect {
    my ($root, $most_files, $most_bytes) = @_;
    lstat $root;
    -e _ && !-d _ and return send_frame('n', '');
    my ($seen, $left_out) = (0, 0);
    my @folders = ([$root, '', 0]);
    while (my $next = shift @folders) {
        my ($folder, $prefix, $depth) = @$next;
        my $entries = entries($folder);
        $left_out++ if !$entries && -e $folder;
        for my $entry (@$entries) {
            ++$seen > $MOST_SEEN and return send_frame('n', pack('N', $left_out + 1));
            my @found = lstat "$folder/$entry";
            if (@found && -d _ && $depth < $DEEPEST) {
                push @folders, ["$folder/$entry", "$prefix$entry/", $depth + 1];
            } elsif (@found && -f _ && $most_files > 0 && $found[7] <= $most_bytes && hand_over("$folder/$entry", "$prefix$entry", @found)) {
                $most_files--;
                $most_bytes -= $found[7];
            } else {
                $left_out++;
            }
        }
    }
    send_frame('n', pack('N', $left_out)) if $left_out;
}

# What is in a folder by its names, or of more than anybody looks at, some; nothing if it can't be read.
sub entries {
    opendir(my $folder, $_[0]) or return undef;
    my @entries;
    while (@entries <= $MOST_SEEN && defined(my $entry = readdir $folder)) {
        push @entries, $entry unless $entry eq '.' || $entry eq '..';
    }
    return [sort @entries];
}

sub hand_over {
    my ($path, $name, @found) = @_;
    open(my $file, '<:raw', $path) or return 0;
    send_frame('f', pack('n N/a Q>', $found[2] & 0777, $name, $found[7]));
    my $left = $found[7];
    while ($left > 0) {
        my $read = sysread($file, my $bytes, $left < $CHUNK ? $left : $CHUNK) or last;
        send_frame('d', $bytes);
        $left -= $read;
    }
    return 1;
}
