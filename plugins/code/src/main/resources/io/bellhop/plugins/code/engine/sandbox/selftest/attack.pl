use strict;

# Attacks the sandbox from within, as a program would. Each line says which layer was tried, whether it held, and what was
# seen. Given are the numbers of the system calls that this machine has for what must be refused.
my ($prlimit, @refused) = map { $_ + 0 } @ARGV;

sub say_of {
    my ($layer, $holds, $seen) = @_;
    print join("\t", $layer, $holds ? 'holds' : 'missing', $seen), "\n";
}

sub slurp {
    open(my $file, '<', $_[0]) or return '';
    local $/;
    return scalar <$file>;
}

my @mounts = slurp('/proc/mounts') =~ /^\S+ (\S+)/mg;

# A folder that is there only to lead to what a language needs holds nothing else of the host.
sub leads {
    my ($place) = @_;
    return 0 if is_mount($place) || !opendir(my $folder, $place);
    my @inside = map { "$place/$_" } grep { !/^\.\.?$/ } readdir $folder;
    return @inside && !grep { !is_mount($_) && !leads($_) } @inside;
}

sub is_mount {
    my ($place) = @_;
    return grep { $_ eq $place } @mounts;
}

opendir(my $processes, '/proc');
my @seen = grep { /^\d+$/ } readdir $processes;
say_of('processes', @seen <= 3 && !open(my $first, '<', '/proc/1/environ'), 'it sees ' . @seen . ' processes, all its own');

my @devices = slurp('/proc/net/dev') =~ /^\s*(\S+):/mg;
say_of('network', "@devices" eq 'lo', "it has the network devices @devices");

my @host = grep { -e && !leads($_) } qw(/root /home /etc/shadow /var/lib /boot /run /sys);
my @written = grep { open(my $file, '>', "$_/bellhop-try") } qw(/ /etc /usr /usr/bin /dev /proc /bin);
say_of('files', !@host && !@written, @host || @written ? "it reaches @{[@host, @written]}" : 'it sees only the system, and writes nowhere to it');

my $status = slurp('/proc/self/status');
my ($capabilities) = $status =~ /^CapEff:\s*0*(\w*)$/m;
my ($no_more) = $status =~ /^NoNewPrivs:\s*(\d)/m;
say_of('rights', $< != 0 && $capabilities eq '' && $no_more, "user $<, no capabilities, none to be had");

my @made = grep { syscall($_, 0, 0, 0, 0, 0) >= 0 || ($! != 1 && $! != 38) } @refused;
my $other = syscall($prlimit, 1, 7, 0, 0) == 0;
say_of('system calls', $status =~ /^Seccomp:\s*2/m && !@made && !$other, @made ? "calls @made are let through" : 'a filter refuses what is not needed');

delete $ENV{PWD};
say_of('environment', "@{[keys %ENV]}" eq '', 'it has no variable of the bot');

my %size = slurp('/proc/mounts') =~ m{^tmpfs (/work|/tmp|/dev/shm) tmpfs \S*\bsize=(\d+)k}mg;
say_of('disk', keys %size == 3, 'its folders hold ' . join(', ', map { "$_ " . ($size{$_} >> 10) . ' MiB' } sort keys %size));

my @children;
while (@children < 2000) {
    my $child = fork;
    defined $child or last;
    if (!$child) { sleep 100; exit }
    push @children, $child;
}
kill 9, @children;
say_of('process count', @children < 1000, 'it could make ' . @children . ' processes');
