package dev.gatehouse.platform.egress;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses that are nobody's public server (RFC 6890 and the special-purpose registries of IANA, as of October
 * 2025, with multicast, what was withdrawn and what was never given out).
 */
final class SpecialUse {
    private static final List<AddressBlock> IPV4 = blocks(
            "0.0.0.0/8", // this network, the unspecified address
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carrier-grade NAT
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local, where clouds keep their metadata
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.31.196.0/24", // AS112
            "192.52.193.0/24", // automatic multicast tunneling
            "192.88.99.0/24", // 6to4 relays, withdrawn
            "192.168.0.0/16", // private
            "192.175.48.0/24", // AS112
            "198.18.0.0/15", // benchmarking
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, broadcast

    /**
     * All that is given out; outside are loopback, the unspecified address, mapped, compatible and translated IPv4
     * addresses, unique-local, link-local, site-local and multicast.
     */
    private static final AddressBlock GLOBAL_IPV6 = AddressBlock.of("2000::/3");

    private static final List<AddressBlock> IPV6 = blocks(
            "2001::/23", // protocol assignments: Teredo, benchmarking, ORCHID, drones
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4: an IPv4 address inside
            "2620:4f:8000::/48", // AS112
            "3ffe::/16", // 6bone, withdrawn
            "3fff::/20"); // documentation

    private SpecialUse() {}

    /** Whether no request of ours may ever go to an address. */
    static boolean covers(InetAddress address) {
        return address instanceof Inet4Address
                ? within(IPV4, address)
                : !GLOBAL_IPV6.contains(address) || within(IPV6, address);
    }

    private static boolean within(List<AddressBlock> blocks, InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    private static List<AddressBlock> blocks(String... notations) {
        return Stream.of(notations).map(AddressBlock::of).toList();
    }
}
