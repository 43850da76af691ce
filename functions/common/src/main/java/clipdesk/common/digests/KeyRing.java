package clipdesk.common.digests;

import clipdesk.common.json.Json;
import clipdesk.common.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys of a secret. A text that is no JSON object is one key, {@code k1}; else each member is a
 * key by its name, {@code k} and a number, and a member {@code use} may name the one to work with.
 * Without it that is the newest, which has the highest number.
 *
 * @param keys the one to work with first, then the others, newest first
 */
public record KeyRing(List<Key> keys) {
  private static final Pattern NAME = Pattern.compile("k[1-9][0-9]{0,5}");
  private static final String USE = "use";

  public KeyRing {
    keys = List.copyOf(keys);
  }

  /** One of them. */
  public record Key(String id, byte[] bytes) {
    /** HMAC-SHA256 under it. */
    public byte[] mac(String text) {
      return HmacSha256.of(bytes, text.getBytes(StandardCharsets.UTF_8));
    }

    private int number() {
      return Integer.parseInt(id.substring(1));
    }
  }

  /**
   * @throws IllegalStateException if it is an object of another form; nothing of it is quoted
   */
  public static KeyRing of(String secret) {
    if (!secret.stripLeading().startsWith("{")) {
      return new KeyRing(List.of(new Key("k1", secret.getBytes(StandardCharsets.UTF_8))));
    }
    try {
      return ofMembers(Json.object(secret));
    } catch (MalformedJsonException e) {
      throw unreadable();
    }
  }

  private static KeyRing ofMembers(Map<String, Object> members) {
    var keys = new ArrayList<Key>();
    members.forEach(
        (name, value) -> {
          if (NAME.matcher(name).matches() && value instanceof String key && !key.isEmpty()) {
            keys.add(new Key(name, key.getBytes(StandardCharsets.UTF_8)));
          } else if (!name.equals(USE)) {
            throw unreadable();
          }
        });
    var used = Optional.ofNullable(members.get(USE));
    keys.sort(
        Comparator.comparing((Key it) -> used.filter(it.id()::equals).isEmpty())
            .thenComparing(Comparator.comparingInt(Key::number).reversed()));
    if (keys.isEmpty() || used.filter(it -> !it.equals(keys.getFirst().id())).isPresent()) {
      throw unreadable();
    }
    return new KeyRing(keys);
  }

  public Key newest() {
    return keys.getFirst();
  }

  public Optional<Key> find(String id) {
    return keys.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  private static IllegalStateException unreadable() {
    return new IllegalStateException("The secret must be a text, or an object of keys k1, k2 …");
  }
}
