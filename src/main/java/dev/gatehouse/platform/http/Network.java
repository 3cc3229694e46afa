package dev.gatehouse.platform.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The network of a peer: its address, but of IPv6 the first 64 bits only, because that is the least that one customer
 * is given (RFC 6177 §2) and nobody may multiply by it.
 */
final class Network {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int PREFIX_BYTES = 8;

    private Network() {}

    static String of(String address) {
        var literal = address.split("%", 2)[0];
        return LITERAL.matcher(literal).matches() ? parsed(literal) : address;
    }

    private static String parsed(String literal) {
        try {
            // A literal, so that no name is resolved here.
            return InetAddress.getByName(literal) instanceof Inet6Address v6 ? prefix(v6.getAddress()) : literal;
        } catch (UnknownHostException e) {
            return literal;
        }
    }

    private static String prefix(byte[] address) {
        try {
            return InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(address, PREFIX_BYTES), address.length))
                    .getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
