package clipdesk.accounts.notices;

import clipdesk.common.localisation.Language;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Mails that would have been sent. */
@Singleton
@Replaces(SesNotices.class)
public final class RecordedNotices implements Notices {
  private final List<String> sent = new ArrayList<>();
  private final Map<String, String> codes = new HashMap<>();

  @Override
  public void send(Notice notice, String email, Language language) {
    sent.add(notice.key() + " " + email + " " + language.tag());
  }

  @Override
  public void sendCode(String code, String email, Language language) {
    codes.put(email, code);
    sent.add("code " + email + " " + language.tag());
  }

  /** Kind, address and language of each, oldest first. */
  public List<String> sent() {
    return List.copyOf(sent);
  }

  /** The code of ours that an address got last. */
  public String code(String email) {
    return codes.get(email);
  }
}
