package dev.envproof.probe;

import dev.envproof.probe.Ask.Header;
import dev.envproof.probe.Reply.Stage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.BasicLineParser;

/** Reads status line and headers of the final answer, strictly and under caps. */
record HeadReader(Caps caps, Deadline deadline) {

    Http1Config config() {
        return Http1Config.custom()
                .setMaxHeaderCount(caps.headerLines())
                .setMaxLineLength(caps.lineLength())
                .build();
    }

    /** The final answer; interim ones (RFC 9110, 15.2) are counted and passed over. */
    ClassicHttpResponse read(SessionInputBuffer buffer, Incoming in) throws WireFailure {
        for (int interim = 0; interim <= caps.interimAnswers(); interim++) {
            ClassicHttpResponse head = next(buffer, in);
            if (head.getCode() == 101) {
                throw new WireFailure(Stage.PARSE, "status 101, but no other protocol was asked for");
            }
            if (head.getCode() >= 200) {
                return head;
            }
        }
        throw new WireFailure(Stage.HEADERS, "more than " + caps.interimAnswers() + " interim answers");
    }

    private ClassicHttpResponse next(SessionInputBuffer buffer, Incoming in) throws WireFailure {
        try {
            ClassicHttpResponse head =
                    new DefaultHttpResponseParser(config(), BasicLineParser.INSTANCE, null).parse(buffer, in);
            if (in.hasEnded()) {
                throw new WireFailure(Stage.HEADERS, "the connection closed inside the headers");
            }
            refuseForbiddenBytes(head);
            return head;
        } catch (IllegalArgumentException noStatus) { // the library's answer to the status 000
            throw new WireFailure(Stage.PARSE, "an impossible status line");
        } catch (HttpException | MessageConstraintException malformed) {
            throw new WireFailure(Stage.PARSE, String.valueOf(malformed.getMessage()));
        } catch (IOException broken) {
            throw WireFailure.of(Stage.HEADERS, broken, deadline);
        }
    }

    /** NUL, CR and LF make a value invalid and dangerous (RFC 9110, 5.5); a name is a token (5.6.2). */
    private static void refuseForbiddenBytes(ClassicHttpResponse head) throws WireFailure {
        for (Header header : headers(head)) {
            boolean isToken = header.name().chars().allMatch(HeadReader::isTokenCharacter);
            if (!isToken || header.value().chars().anyMatch(c -> c == 0 || c == '\r' || c == '\n')) {
                throw new WireFailure(Stage.PARSE, "forbidden bytes in the header " + header.name());
            }
        }
    }

    private static boolean isTokenCharacter(int c) {
        return c > ' ' && c < 0x7f && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }

    static List<Header> headers(ClassicHttpResponse head) {
        return Arrays.stream(head.getHeaders())
                .map(header -> new Header(header.getName(), header.getValue() == null ? "" : header.getValue()))
                .toList();
    }
}
