package dev.gatehouse.platform.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The addresses that share their first bits: {@code 10.0.0.0/8}. */
record AddressBlock(InetAddress first, int prefixLength) {

    static AddressBlock of(String notation) {
        var parts = notation.split("/", 2);
        try {
            // A literal: nothing is resolved.
            return new AddressBlock(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(notation, e);
        }
    }

    boolean contains(InetAddress address) {
        var mine = first.getAddress();
        var theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefixLength; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((mine[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
