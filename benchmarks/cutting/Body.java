import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request, which the SDK sends in chunks with a signature in front of each. It goes
 * straight into one array of its length: what the store does takes time from what is measured.
 */
final class Body {
  private Body() {}

  static byte[] read(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var in = exchange.getRequestBody();
    var length = headers.getFirst("x-amz-decoded-content-length");
    return length == null ? plain(in, headers.getFirst("Content-Length")) : chunks(in, length);
  }

  private static byte[] plain(InputStream in, String length) throws IOException {
    var body = new byte[length == null ? 0 : Integer.parseInt(length)];
    in.readNBytes(body, 0, body.length);
    return body;
  }

  private static byte[] chunks(InputStream in, String length) throws IOException {
    var body = new byte[Integer.parseInt(length)];
    int at = 0;
    for (int chunk = chunkBytes(in); chunk > 0; chunk = chunkBytes(in)) {
      at += in.readNBytes(body, at, chunk);
      in.skipNBytes(2);
    }
    return body;
  }

  /** Hexadecimal, up to a semicolon; the rest of the line is the signature. */
  private static int chunkBytes(InputStream in) throws IOException {
    int bytes = 0;
    boolean counted = false;
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      counted |= next == ';' || next == '\r';
      bytes = counted ? bytes : 16 * bytes + Character.digit(next, 16);
    }
    return bytes;
  }
}
