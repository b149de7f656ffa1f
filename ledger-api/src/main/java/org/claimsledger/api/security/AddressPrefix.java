package org.claimsledger.api.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The network of an address: who has one address of IPv6 has at least all that begin with the same eight bytes. */
public final class AddressPrefix {

    private static final int PREFIX_BYTES = 8;
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private AddressPrefix() {}

    /** The prefix that all addresses of one caller share, as far as the address shows it. */
    public static String of(String address) {
        String plain = address.split("%", 2)[0];
        if (!IPV6.matcher(plain).matches()) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(plain).getAddress();
            return HexFormat.of().formatHex(bytes.length > PREFIX_BYTES ? Arrays.copyOf(bytes, PREFIX_BYTES) : bytes);
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
