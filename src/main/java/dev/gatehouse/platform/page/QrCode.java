package dev.gatehouse.platform.page;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A QR code (ISO/IEC 18004) as the path of an inline SVG, which needs neither a script nor an image of its own. */
public record QrCode(int size, String path) {
    private static final int QUIET_ZONE = 4;

    /** The code of a text, with the quiet zone that scanners need around it. */
    public static QrCode of(String text) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        var path = IntStream.range(0, code.size * code.size)
                .filter(module -> code.getModule(module % code.size, module / code.size))
                .mapToObj(module ->
                        "M%d,%dh1v1h-1z".formatted(module % code.size + QUIET_ZONE, module / code.size + QUIET_ZONE))
                .collect(Collectors.joining());
        return new QrCode(code.size + 2 * QUIET_ZONE, path);
    }
}
