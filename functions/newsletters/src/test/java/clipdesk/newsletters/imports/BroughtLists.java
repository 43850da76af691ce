package clipdesk.newsletters.imports;

import clipdesk.common.localisation.Language;
import clipdesk.newsletters.imports.SubscriberImport.State;
import clipdesk.newsletters.imports.SubscriberImport.Wish;
import java.time.Instant;
import java.util.List;

/** Lists that an editor brings, beside the requests of HTTP. */
public final class BroughtLists {
  private BroughtLists() {}

  /** One whose people without proof are asked by mail. */
  public static SubscriberImport begun(String id, String topic, Instant now) {
    var wish = new Wish(List.of(topic), Language.EN, /* ask= */ true, "editor", "hash");
    return SubscriberImport.begun(id, wish, now);
  }

  /** Whether an editor can have it done. */
  public static boolean canBeApplied(SubscriberImport list) {
    return list.is(State.CHECKED);
  }

  public static SubscriberImport applying(SubscriberImport checked) {
    return checked.in(State.APPLYING);
  }

  /** Whether it waits for nobody's work, and none of its lines is left out or counted twice. */
  public static boolean isWhole(SubscriberImport list, long lines) {
    return switch (list.state()) {
      case WAITING -> true;
      case CHECKED -> list.checked().lines() == lines;
      case APPLIED -> list.applied().lines() == lines && list.judged().isEmpty();
      case CHECKING, APPLYING, REFUSED -> false;
    };
  }
}
