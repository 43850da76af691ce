package clipdesk.journeys;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A caller of the API: follows no redirect, keeps its headers, and says what it sent. */
public final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP = client().build();

  private final HttpClient http;
  private final String baseUrl;
  private final Map<String, String> headers;

  private Api(HttpClient http, String baseUrl, Map<String, String> headers) {
    this.http = http;
    this.baseUrl = baseUrl;
    this.headers = Map.copyOf(headers);
  }

  private static HttpClient.Builder client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(Duration.ofSeconds(10));
  }

  public static Api of(Stack stack) {
    return new Api(HTTP, stack.apiUrl(), Map.of());
  }

  /** The same caller at another address of this machine: a network of its own, where it counts. */
  public Api at(InetAddress address) {
    return new Api(client().localAddress(address).build(), baseUrl, headers);
  }

  /** The same caller with one header more on every request. */
  public Api with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Api(http, baseUrl, more);
  }

  public Api signedIn(String accessToken) {
    return with("Authorization", "Bearer " + accessToken);
  }

  public Answer get(String path) {
    return send("GET", path, null, null);
  }

  public Answer head(String path) {
    return send("HEAD", path, null, null);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, null);
  }

  public Answer post(String path, Map<String, ?> json) {
    Secrets.sent(json);
    return send("POST", path, "application/json", write(json));
  }

  public Answer put(String path, Map<String, ?> json) {
    Secrets.sent(json);
    return send("PUT", path, "application/json", write(json));
  }

  public Answer patch(String path, Map<String, ?> json) {
    return send("PATCH", path, "application/merge-patch+json", write(json));
  }

  /** A file. */
  public Answer put(String path, String contentType, byte[] body) {
    return exchange("PUT", path, contentType, BodyPublishers.ofByteArray(body));
  }

  /** Anything, also what is not JSON; {@code path} may be absolute. */
  public Answer send(String method, String path, String contentType, String body) {
    return exchange(
        method,
        path,
        contentType,
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  private Answer exchange(String method, String path, String contentType, BodyPublisher body) {
    var address = path.startsWith("http") ? path : baseUrl + path;
    var request =
        HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).method(method, body);
    headers.forEach(request::header);
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      Secrets.answered(response);
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in " + method + " " + address, e);
    }
  }

  static String write(Map<String, ?> json) {
    try {
      // In a merge patch null means "take it away" (RFC 7396).
      return JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
