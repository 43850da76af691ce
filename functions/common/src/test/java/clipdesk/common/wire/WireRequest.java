package clipdesk.common.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it left.
 *
 * @param call what was asked of the adapter
 * @param headers by their names in lower case
 */
record WireRequest(
    String call, String method, URI uri, Map<String, List<String>> headers, byte[] body) {
  WireRequest {
    var lower = new TreeMap<String, List<String>>();
    headers.forEach((name, values) -> lower.put(name.toLowerCase(java.util.Locale.ROOT), values));
    headers = lower;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(List::getFirst);
  }

  /** A parameter of the query; one without a value is empty text. */
  Optional<String> parameter(String name) {
    return query().stream()
        .filter(it -> it.equals(name) || it.startsWith(name + "="))
        .map(it -> it.substring(Math.min(it.length(), name.length() + 1)))
        .findFirst();
  }

  List<String> query() {
    return uri.getRawQuery() == null ? List.of() : List.of(uri.getRawQuery().split("&", -1));
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** What AWS calls it, such as {@code PutItem}. */
  String operation() {
    var target = header("x-amz-target");
    if (target.isPresent()) {
      return target.get().substring(target.get().lastIndexOf('.') + 1);
    }
    if (text().startsWith("Action=")) {
      return text().substring("Action=".length(), text().indexOf('&'));
    }
    return switch (method) {
      case "PUT" -> put();
      case "POST" ->
          parameter("uploads").isPresent() ? "CreateMultipartUpload" : "CompleteMultipartUpload";
      case "GET" -> get();
      case "HEAD" -> "HeadObject";
      case "DELETE" -> parameter("uploadId").isPresent() ? "AbortMultipartUpload" : "DeleteObject";
      default -> throw new IllegalStateException("Unknown to this test: " + method + " " + uri);
    };
  }

  private String put() {
    boolean part = parameter("partNumber").isPresent();
    boolean copy = header("x-amz-copy-source").isPresent();
    if (part) {
      return copy ? "UploadPartCopy" : "UploadPart";
    }
    return copy ? "CopyObject" : "PutObject";
  }

  private String get() {
    if (parameter("list-type").isPresent()) {
      return "ListObjectsV2";
    }
    return parameter("attributes").isPresent() ? "GetObjectAttributes" : "GetObject";
  }
}
