package clipdesk.journeys;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A mail as it arrived.
 *
 * @param headers name to all values, in the order of the message
 */
public record Mail(
    String id,
    List<String> to,
    String subject,
    String text,
    String html,
    Map<String, List<String>> headers) {
  private static final Pattern CODE = Pattern.compile("(?<!\\d)(\\d{6})(?!\\d)");

  /** Reads one entry of the mailbox: raw MIME, or the parts of a simple message. */
  static Mail of(Map<String, Object> entry) {
    var id = String.valueOf(entry.get("Id"));
    return entry.get("RawData") instanceof String raw ? ofMime(id, raw) : ofParts(id, entry);
  }

  /** The six-digit code in the mail. */
  public String code() {
    var matcher = CODE.matcher(text.isBlank() ? html.replaceAll("<[^>]*>", " ") : text);
    if (!matcher.find()) {
      throw new AssertionError("No code in the mail " + subject);
    }
    return matcher.group(1);
  }

  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().getFirst())
        .findFirst();
  }

  private static Mail ofMime(String id, String raw) {
    try {
      var message =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
      var headers = new java.util.LinkedHashMap<String, List<String>>();
      message
          .getAllHeaders()
          .asIterator()
          .forEachRemaining(
              header ->
                  headers
                      .computeIfAbsent(header.getName(), _ -> new java.util.ArrayList<>())
                      .add(header.getValue()));
      return new Mail(
          id,
          Arrays.stream(message.getRecipients(Message.RecipientType.TO))
              .map(Object::toString)
              .toList(),
          message.getSubject(),
          part(message.getContent(), "text/plain"),
          part(message.getContent(), "text/html"),
          headers);
    } catch (MessagingException e) {
      throw new IllegalStateException("Unreadable mail " + id, e);
    } catch (IOException e) {
      throw new UncheckedIOException("Unreadable mail " + id, e);
    }
  }

  private static String part(Object content, String type) throws MessagingException, IOException {
    if (content instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart part = parts.getBodyPart(i);
        if (part.isMimeType(type) || part.getContent() instanceof Multipart) {
          return part(part.getContent(), type);
        }
      }
      return "";
    }
    return content instanceof String text ? text : "";
  }

  private static Mail ofParts(String id, Map<String, Object> entry) {
    var destination = (Map<?, ?>) entry.get("Destination");
    var body = (Map<?, ?>) entry.get("Body");
    var to = (List<?>) destination.get("ToAddresses");
    return new Mail(
        id,
        to.stream().map(String::valueOf).toList(),
        String.valueOf(entry.get("Subject")),
        body.get("text_part") instanceof String text ? text : "",
        body.get("html_part") instanceof String html ? html : "",
        Map.of());
  }
}
