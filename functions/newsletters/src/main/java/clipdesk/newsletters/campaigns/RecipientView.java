package clipdesk.newsletters.campaigns;

import clipdesk.common.json.Json;
import clipdesk.newsletters.deliveries.DecideRecommended.Parked;
import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A recipient as editors see it: an id, never an address. */
public final class RecipientView {
  private static final Map<String, Word.Kind> INSTANTS = instants();

  private RecipientView() {}

  private static Map<String, Word.Kind> instants() {
    var instants = new LinkedHashMap<String, Word.Kind>();
    instants.put("sendEventAt", Word.Kind.SEND);
    instants.put("deliveredAt", Word.Kind.DELIVERY);
    instants.put("bouncedAt", Word.Kind.PERMANENT_BOUNCE);
    instants.put("softBouncedAt", Word.Kind.TRANSIENT_BOUNCE);
    instants.put("complainedAt", Word.Kind.COMPLAINT);
    instants.put("leftAt", Word.Kind.LEFT);
    return instants;
  }

  public static Map<String, Object> of(Delivery row) {
    var view = new LinkedHashMap<String, Object>();
    view.put("subscriberId", row.id().subscriberId());
    view.put("state", row.state().text());
    row.known().reason().ifPresent(it -> view.put("reason", it));
    put(view, "plannedAt", row.plannedAt());
    put(view, "claimedAt", row.claim().map(Delivery.Claim::at));
    INSTANTS.forEach((name, kind) -> put(view, name, word(row, kind)));
    row.known()
        .decision()
        .ifPresent(
            it -> {
              view.put("decision", it.choice().text());
              view.put("decidedBy", it.by());
              view.put("decidedAt", Json.instant(it.at()));
            });
    return view;
  }

  static Map<String, Object> of(Parked parked) {
    var view = of(parked.row());
    var evidence = parked.evidence();
    view.put("evidence", Map.of("neighbours", evidence.taken(), "withEvent", evidence.heard()));
    view.put("recommendation", parked.recommendation().name().toLowerCase(Locale.ROOT));
    return view;
  }

  private static Optional<Instant> word(Delivery row, Word.Kind kind) {
    return Optional.ofNullable(row.known().words().get(kind));
  }

  private static void put(Map<String, Object> view, String name, Optional<Instant> at) {
    at.ifPresent(it -> view.put(name, Json.instant(it)));
  }

  /** RFC 4180. Nothing in it is of a reader's making, so no cell can be a formula. */
  static String csv(List<Delivery> rows) {
    var names = new ArrayList<>(List.of("subscriberId", "state", "reason"));
    names.addAll(List.of("plannedAt", "claimedAt"));
    names.addAll(INSTANTS.keySet());
    names.addAll(List.of("decision", "decidedBy", "decidedAt"));
    var lines = new StringBuilder(String.join(",", names)).append("\r\n");
    for (var row : rows) {
      var view = of(row);
      lines
          .append(
              names.stream()
                  .map(it -> String.valueOf(view.getOrDefault(it, "")))
                  .collect(Collectors.joining(",")))
          .append("\r\n");
    }
    return lines.toString();
  }
}
