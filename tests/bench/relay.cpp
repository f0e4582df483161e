// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

//! A long line between two network namespaces, for kernels without tc netem:
//!   bench_relay --left NETNS --right NETNS [--delay MS] [--loss PERCENT] [--mtu BYTES]
//! Makes a TUN device "wan0" in each of the two (paths as of `ip netns`), carries packets both ways
//! with a delay each way, and loses a share of those from right to left at random. Prints READY,
//! serves until SIGTERM or SIGINT, then prints what it carried. Needs root. wide.py drives it.
//!
//! The kernel hands over TCP segments in bundles (segmentation offload), which makes this ten times
//! cheaper than packet by packet. A loss still takes single segments out of a bundle.

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <deque>
#include <optional>
#include <random>
#include <span>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <netinet/ip.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t kQueueLimit = 256UL * 1024 * 1024; // bytes on their way in one direction
constexpr size_t kLargestPacket = 65536; // bytes
constexpr int kBatch = 64; // packets read before the due ones are written
constexpr std::chrono::milliseconds kLook{100}; // how soon the end is noticed

std::atomic<bool> stopping = false; // NOLINT: a signal handler has nothing else

//! What the kernel puts before a packet: virtio_net_hdr, whose own header C++ cannot read.
struct Offload
{
    uint8_t flags;
    uint8_t kind;
    uint16_t headerSize;
    uint16_t segmentSize;
    uint16_t checksumStart;
    uint16_t checksumOffset;
};
constexpr size_t kOffload = sizeof(Offload);
static_assert(kOffload == 10);
constexpr uint8_t kNoBundle = 0; // VIRTIO_NET_HDR_GSO_NONE
constexpr uint8_t kTcp4Bundle = 1; // VIRTIO_NET_HDR_GSO_TCPV4
constexpr uint8_t kMarksCongestion = 0x80; // VIRTIO_NET_HDR_GSO_ECN, beside the kind

struct Options
{
    const char *left = nullptr;
    const char *right = nullptr;
    double delayMs = 25;
    double lossPercent = 0;
    int mtu = 1500;
};

struct Packet
{
    Clock::time_point due;
    size_t segments = 1;
    std::vector<char> bytes;
};

struct Counts
{
    uint64_t carried = 0;
    uint64_t lost = 0; // on purpose
    uint64_t refused = 0; // by a full queue or a full device: nothing that was asked for
    std::chrono::microseconds latest{0}; // behind its time at worst
};

bool failed(const char *what)
{
    std::fprintf(stderr, "bench_relay: %s: %s\n", what, std::strerror(errno));
    return false;
}

std::optional<double> number(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value >= 0
        ? std::optional(value)
        : std::nullopt;
}

std::optional<Options> parse(int argc, char **argv)
{
    Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        const auto value = number(argv[i + 1]);
        if (name == "--left")
            options.left = argv[i + 1];
        else if (name == "--right")
            options.right = argv[i + 1];
        else if (name == "--delay" && value)
            options.delayMs = *value;
        else if (name == "--loss" && value && *value <= 100)
            options.lossPercent = *value;
        else if (name == "--mtu" && value && *value <= kLargestPacket)
            options.mtu = static_cast<int>(*value);
        else
            return {};
    }
    if (argc % 2 == 0 || !options.left || !options.right)
        return {};
    return options;
}

//! A TUN device in the namespace at \a path, up; -1 on failure. Leaves this thread in it.
int openDevice(const char *path, int mtu)
{
    const int space = ::open(path, O_RDONLY | O_CLOEXEC);
    if (space < 0 || ::setns(space, CLONE_NEWNET) != 0)
        return failed(path), -1;
    ::close(space);
    const int device = ::open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    ifreq request = {};
    std::strncpy(request.ifr_name, "wan0", IFNAMSIZ - 1);
    request.ifr_flags = IFF_TUN | IFF_NO_PI | IFF_VNET_HDR;
    if (device < 0 || ::ioctl(device, TUNSETIFF, &request) != 0
        || ::ioctl(device, TUNSETOFFLOAD, TUN_F_CSUM | TUN_F_TSO4) != 0)
        return failed("cannot make a TUN device"), -1;
    const int control = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    request.ifr_mtu = mtu;
    bool done = ::ioctl(control, SIOCSIFMTU, &request) == 0;
    request.ifr_qlen = 20000; // packets: a burst may wait, it must not be lost
    done = done && ::ioctl(control, SIOCSIFTXQLEN, &request) == 0;
    request.ifr_flags = IFF_UP;
    done = done && ::ioctl(control, SIOCSIFFLAGS, &request) == 0;
    ::close(control);
    if (!done)
        return failed("cannot set the TUN device up"), -1;
    return device;
}

uint16_t get16(const char *at)
{
    uint16_t value = 0;
    std::memcpy(&value, at, sizeof(value));
    return ntohs(value);
}

void put16(char *at, uint16_t value)
{
    value = htons(value);
    std::memcpy(at, &value, sizeof(value));
}

//! The sum of the internet checksum, not yet inverted.
uint16_t sumOf(std::span<const char> bytes, uint32_t sum = 0)
{
    for (size_t i = 0; i + 1 < bytes.size(); i += 2)
        sum += get16(bytes.data() + i);
    while (sum > 0xffff)
        sum = (sum & 0xffff) + (sum >> 16);
    return static_cast<uint16_t>(sum);
}

//! A bundle of TCP segments over IPv4, as the kernel hands it over.
class Bundle
{
public:
    explicit Bundle(std::span<const char> bytes)
        : m_bytes(bytes)
    {
        std::memcpy(&m_offload, bytes.data(), kOffload);
        if ((m_offload.kind & ~kMarksCongestion) != kTcp4Bundle || m_offload.segmentSize == 0
            || bytes.size() < kOffload + sizeof(iphdr) + sizeof(tcphdr))
            return;
        const char *ip = bytes.data() + kOffload;
        m_ipSize = (static_cast<unsigned char>(ip[0]) & 0xfU) * 4;
        const size_t tcpSize = (static_cast<unsigned char>(ip[m_ipSize + 12]) >> 4U) * 4UL;
        m_headers = kOffload + m_ipSize + tcpSize;
        if (m_headers >= bytes.size())
            return;
        m_segments = (bytes.size() - m_headers + m_offload.segmentSize - 1) / m_offload.segmentSize;
    }

    //! 1 for everything that is no bundle.
    [[nodiscard]] size_t segments() const { return m_segments; }

    //! The segments from \a first to before \a last as a bundle of their own.
    [[nodiscard]] std::vector<char> part(size_t first, size_t last) const
    {
        const size_t begin = first * m_offload.segmentSize;
        const size_t end = std::min(last * m_offload.segmentSize, m_bytes.size() - m_headers);
        std::vector<char> bytes(m_bytes.begin(),
                                m_bytes.begin() + static_cast<ptrdiff_t>(m_headers));
        bytes.insert(bytes.end(), m_bytes.begin() + static_cast<ptrdiff_t>(m_headers + begin),
                     m_bytes.begin() + static_cast<ptrdiff_t>(m_headers + end));
        Offload offload = m_offload;
        if (last - first == 1) {
            offload.kind = kNoBundle;
            offload.segmentSize = 0;
        }
        std::memcpy(bytes.data(), &offload, kOffload);
        char *ip = bytes.data() + kOffload;
        char *tcp = ip + m_ipSize;
        const auto length = static_cast<uint16_t>(bytes.size() - kOffload);
        put16(ip + 2, length);
        put16(ip + 4, static_cast<uint16_t>(get16(ip + 4) + first));
        put16(ip + 10, 0);
        put16(ip + 10, static_cast<uint16_t>(~sumOf({ip, m_ipSize})));
        uint32_t sequence = 0;
        std::memcpy(&sequence, tcp + 4, sizeof(sequence));
        sequence = htonl(ntohl(sequence) + static_cast<uint32_t>(begin));
        std::memcpy(tcp + 4, &sequence, sizeof(sequence));
        if (last < m_segments)
            tcp[13] = static_cast<char>(tcp[13] & ~(TH_FIN | TH_PUSH));
        if (first > 0)
            tcp[13] = static_cast<char>(tcp[13] & ~kWindowReduced);
        // What the kernel expects of an unfinished checksum: the pseudo header's sum.
        const auto tcpLength = static_cast<uint32_t>(length - m_ipSize);
        put16(tcp + 16, sumOf({ip + 12, 8}, IPPROTO_TCP + tcpLength));
        return bytes;
    }

private:
    static constexpr int kWindowReduced = 0x80; // CWR

    std::span<const char> m_bytes;
    Offload m_offload = {};
    size_t m_ipSize = 0;
    size_t m_headers = 0;
    size_t m_segments = 1;
};

//! One direction, until the end.
class Way
{
public:
    Way(int from, int to, const Options &options, double lossPercent)
        : m_from(from),
          m_to(to),
          m_delay(std::chrono::duration_cast<Clock::duration>(
              std::chrono::duration<double, std::milli>(options.delayMs))),
          m_isLost(lossPercent / 100)
    { }

    void run()
    {
        ::prctl(PR_SET_TIMERSLACK, 1000UL); // ns
        while (!stopping) {
            receive();
            send();
            sleep();
        }
    }

    [[nodiscard]] const Counts &counts() const { return m_counts; }

private:
    void receive()
    {
        for (int i = 0; i < kBatch; ++i) {
            const ssize_t got = ::read(m_from, m_buffer.data(), m_buffer.size());
            if (got <= static_cast<ssize_t>(kOffload))
                return;
            take(std::span<const char>(m_buffer.data(), static_cast<size_t>(got)));
        }
    }

    void take(std::span<const char> bytes)
    {
        const Bundle bundle(bytes);
        size_t first = 0; // of those that are not lost
        bool whole = true;
        if (m_isLost.p() > 0) {
            for (size_t i = 0; i < bundle.segments(); ++i) {
                if (!m_isLost(m_random))
                    continue;
                ++m_counts.lost;
                whole = false;
                if (i > first)
                    queue(bundle.part(first, i), i - first);
                first = i + 1;
            }
        }
        if (whole)
            queue({bytes.begin(), bytes.end()}, bundle.segments());
        else if (first < bundle.segments())
            queue(bundle.part(first, bundle.segments()), bundle.segments() - first);
    }

    void queue(std::vector<char> bytes, size_t segments)
    {
        if (m_queued + bytes.size() > kQueueLimit) {
            m_counts.refused += segments;
            return;
        }
        m_queued += bytes.size();
        m_queue.push_back({Clock::now() + m_delay, segments, std::move(bytes)});
    }

    void send()
    {
        const auto now = Clock::now();
        while (!m_queue.empty() && m_queue.front().due <= now) {
            const Packet &packet = m_queue.front();
            const ssize_t sent = ::write(m_to, packet.bytes.data(), packet.bytes.size());
            (sent < 0 ? m_counts.refused : m_counts.carried) += packet.segments;
            m_counts.latest =
                std::max(m_counts.latest,
                         std::chrono::duration_cast<std::chrono::microseconds>(now - packet.due));
            m_queued -= packet.bytes.size();
            m_queue.pop_front();
        }
    }

    void sleep() const
    {
        Clock::duration wait = kLook;
        if (!m_queue.empty())
            wait = std::min(wait, m_queue.front().due - Clock::now());
        if (wait <= Clock::duration::zero())
            return;
        const auto count = std::chrono::nanoseconds(wait).count();
        const timespec limit{.tv_sec = count / 1'000'000'000, .tv_nsec = count % 1'000'000'000};
        pollfd readable{.fd = m_from, .events = POLLIN, .revents = 0};
        ::ppoll(&readable, 1, &limit, nullptr);
    }

    int m_from;
    int m_to;
    Clock::duration m_delay;
    std::bernoulli_distribution m_isLost;
    std::minstd_rand m_random{std::random_device{}()};
    std::vector<char> m_buffer = std::vector<char>(kOffload + kLargestPacket);
    std::deque<Packet> m_queue;
    size_t m_queued = 0;
    Counts m_counts;
};

void print(const char *name, const Counts &counts)
{
    std::printf("%s: %llu packets, %llu lost on purpose, %llu refused, at most %lld us late\n",
                name, static_cast<unsigned long long>(counts.carried),
                static_cast<unsigned long long>(counts.lost),
                static_cast<unsigned long long>(counts.refused),
                static_cast<long long>(counts.latest.count()));
}

} // namespace

int main(int argc, char **argv)
{
    const auto options = parse(argc, argv);
    if (!options) {
        std::fprintf(stderr,
                     "usage: bench_relay --left NETNS --right NETNS [--delay MS] [--loss PERCENT]"
                     " [--mtu BYTES]\n");
        return 2;
    }
    const int left = openDevice(options->left, options->mtu);
    const int right = left < 0 ? -1 : openDevice(options->right, options->mtu);
    if (right < 0)
        return 1;
    std::signal(SIGTERM, [](int) { stopping = true; });
    std::signal(SIGINT, [](int) { stopping = true; });
    // A delay is only true when nobody else's work comes first; without the right to it, so be it.
    const sched_param urgent{.sched_priority = 1};
    ::sched_setscheduler(0, SCHED_RR, &urgent);
    Way outward(left, right, *options, 0);
    Way homeward(right, left, *options, options->lossPercent);
    std::thread other([&outward] { outward.run(); });
    std::printf("READY\n");
    std::fflush(stdout);
    homeward.run();
    other.join();
    print("left to right", outward.counts());
    print("right to left", homeward.counts());
    return 0;
}
