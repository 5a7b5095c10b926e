package dev.envproof.probe;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A greeting that offers nothing newer than TLS 1.1 (RFC 4346), and what a server makes of it. */
public final class OldTls {
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    private static final int UNRECOGNIZED_NAME = 112;
    private static final int INTERNAL_ERROR = 80;
    private static final int NEWEST_OLD = 0x0302;
    /** ECDHE, DHE and plain RSA with AES and 3DES, then the mark of secure renegotiation: what servers of then knew. */
    private static final byte[] SUITES =
            HexFormat.of().parseHex("c00ac014c009c01300390033003500 2f000a00ff".replace(" ", ""));
    /** secp256r1, secp384r1, secp521r1 and x25519; uncompressed points. */
    private static final byte[] CURVES = HexFormat.of().parseHex("000a000a00080017001800 19001d".replace(" ", ""));

    private static final byte[] POINTS = HexFormat.of().parseHex("000b00020100");
    private static final SecureRandom RANDOM = new SecureRandom();

    private OldTls() {}

    /** What a server answered to the old greeting. */
    public sealed interface Answer {
        /** It goes on in an old version. */
        record Accepted(String version) implements Answer {}

        record Refused(String how) implements Answer {}

        /** Nothing that tells. */
        record Unclear(String why) implements Answer {}
    }

    static byte[] hello(String host) {
        Bytes body = new Bytes();
        body.number(NEWEST_OLD, 2);
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        body.raw(random);
        body.number(0, 1); // no session to resume
        body.sized(SUITES, 2);
        body.sized(new byte[] {0}, 1); // no compression
        Bytes extensions = new Bytes();
        if (!host.matches("[0-9.]+|.*:.*")) {
            extensions.raw(serverName(host));
        }
        extensions.raw(CURVES);
        extensions.raw(POINTS);
        body.sized(extensions.bytes(), 2);
        Bytes handshake = new Bytes();
        handshake.number(1, 1);
        handshake.sized(body.bytes(), 3);
        Bytes record = new Bytes();
        record.number(HANDSHAKE, 1);
        record.number(0x0301, 2);
        record.sized(handshake.bytes(), 2);
        return record.bytes();
    }

    private static byte[] serverName(String host) {
        Bytes name = new Bytes();
        name.number(0, 1);
        name.sized(host.getBytes(StandardCharsets.US_ASCII), 2);
        Bytes list = new Bytes();
        list.sized(name.bytes(), 2);
        Bytes extension = new Bytes();
        extension.number(0, 2);
        extension.sized(list.bytes(), 2);
        return extension.bytes();
    }

    static Answer read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        try {
            int kind = in.readUnsignedByte();
            in.readUnsignedShort();
            in.readUnsignedShort();
            int first = in.readUnsignedByte();
            if (kind == ALERT) {
                return alert(in.readUnsignedByte());
            }
            if (kind != HANDSHAKE || first != SERVER_HELLO) {
                return new Answer.Unclear("what came is no TLS");
            }
            in.skipNBytes(3);
            int version = in.readUnsignedShort();
            return version <= NEWEST_OLD
                    ? new Answer.Accepted(named(version))
                    : new Answer.Unclear("the server goes on in a version that was not offered");
        } catch (EOFException closed) {
            return new Answer.Refused("the connection was closed");
        }
    }

    /** An alert about the name, or about the server's own trouble, says nothing about versions. */
    private static Answer alert(int description) {
        return description == UNRECOGNIZED_NAME || description == INTERNAL_ERROR
                ? new Answer.Unclear("alert " + description)
                : new Answer.Refused("alert " + description);
    }

    private static String named(int version) {
        return version == NEWEST_OLD ? "TLS 1.1" : version == 0x0301 ? "TLS 1.0" : "SSL 3.0";
    }

    private static final class Bytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        void raw(byte[] bytes) {
            out.writeBytes(bytes);
        }

        void number(int value, int width) {
            for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
                out.write(value >> shift);
            }
        }

        void sized(byte[] bytes, int width) {
            number(bytes.length, width);
            raw(bytes);
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
