# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# pretend-root.pl COMMAND...: runs a command for which every change of owner or identity "succeeds"
# without being made. In a user namespace that maps one user only (all that an ordinary user gets
# without setuid helpers) dpkg and maintainer scripts would otherwise stop at their first chown.
# A seccomp filter does it, so it holds for every child, however it is linked.
use strict;
use warnings;
use POSIX ();

use constant {
    PR_SET_SECCOMP      => 22,
    PR_SET_NO_NEW_PRIVS => 38,
    SECCOMP_MODE_FILTER => 2,
    RET_ALLOW           => 0x7fff0000,
    RET_ERRNO_ZERO      => 0x00050000,
    LOAD_WORD           => 0x20,
    JUMP_IF_EQUAL       => 0x15,
    RETURN              => 0x06,
    OFFSET_OF_NUMBER    => 0,
    OFFSET_OF_ARCH      => 4,
};

# chown family, setuid family, setgroups, capset; the second table is the kernel's generic one.
my @generic = (54, 55, 143, 144, 145, 146, 147, 149, 151, 152, 159, 91);
my %machines = (
    x86_64 => {
        audit => 0xC000003E,
        prctl => 157,
        calls => [92, 93, 94, 260, 105, 106, 113, 114, 117, 119, 116, 122, 123, 126],
    },
    aarch64 => { audit => 0xC00000B7, prctl => 167, calls => \@generic },
    riscv64 => { audit => 0xC00000F3, prctl => 167, calls => \@generic },
);

my $name = (POSIX::uname())[4];
my $machine = $machines{$name} or die "unknown machine type $name\n";
my @calls = @{ $machine->{calls} };

my @program = (
    [LOAD_WORD, 0, 0, OFFSET_OF_ARCH],
    [JUMP_IF_EQUAL, 1, 0, $machine->{audit}],
    [RETURN, 0, 0, RET_ALLOW],
    [LOAD_WORD, 0, 0, OFFSET_OF_NUMBER],
);
for my $index (0 .. $#calls) {
    push @program, [JUMP_IF_EQUAL, @calls - $index, 0, $calls[$index]];
}
push @program, [RETURN, 0, 0, RET_ALLOW], [RETURN, 0, 0, RET_ERRNO_ZERO];

my $filter = join '', map { pack 'SCCL', @{$_} } @program;
my $header = pack 'S x![P] P', scalar(@program), $filter;
syscall($machine->{prctl}, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 or die "no_new_privs: $!\n";
syscall($machine->{prctl}, PR_SET_SECCOMP, SECCOMP_MODE_FILTER, $header) == 0 or die "seccomp: $!\n";

exec { $ARGV[0] } @ARGV or die "$ARGV[0]: $!\n";
