package clipdesk.transcript.parse;

import clipdesk.transcript.language.Folding;
import clipdesk.transcript.script.KnownSpeaker;
import clipdesk.transcript.script.Speaker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One person of the cast while it is made: all labels that were found to mean the same. */
final class Member {
  private final List<LabelLine> labels = new ArrayList<>();
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private Optional<String> role = Optional.empty();
  private Optional<String> outlet = Optional.empty();
  private Optional<KnownSpeaker> known = Optional.empty();
  private Optional<Name> name = Optional.empty();

  void add(LabelLine line) {
    labels.add(line);
    line.label().name().ifPresent(it -> names.merge(it, 1, Integer::sum));
    name = shownName().map(Name::of);
    role = role.or(line.label()::role);
    outlet = outlet.or(line.label()::outlet);
  }

  void addAll(Member other) {
    labels.addAll(other.labels);
    other.names.forEach((it, count) -> names.merge(it, count, Integer::sum));
    name = shownName().map(Name::of);
    role = role.or(() -> other.role);
    outlet = outlet.or(() -> other.outlet);
    known = known.or(() -> other.known);
  }

  void is(KnownSpeaker speaker) {
    known = Optional.of(speaker);
  }

  /** Another spelling, as it was said and not as a label has it. */
  void isAlsoSaid(String other) {
    names.putIfAbsent(other, 0);
  }

  void rename(String newName, Optional<String> newRole, Optional<String> newOutlet) {
    names.put(newName, Integer.MAX_VALUE);
    name = Optional.of(Name.of(newName));
    role = newRole.or(() -> role);
    outlet = newOutlet.or(() -> outlet);
  }

  /**
   * Whether one of its names or of its labels reads so, as a phrase, or what is shown of it, which
   * may be the catalogue's.
   */
  boolean isCalled(String phrase, String text) {
    return names.keySet().stream().map(Folding::phrase).anyMatch(phrase::equals)
        || Folding.phrase(speaker("").shown()).equals(phrase)
        || labels.stream().anyMatch(it -> Folding.phrase(it.at().of(text)).equals(phrase));
  }

  /** Those that read so, whole or by their name. */
  List<LabelLine> labels(String label, String text) {
    var wanted = Folding.phrase(label);
    return labels.stream()
        .filter(
            it ->
                Folding.phrase(it.at().of(text)).equals(wanted)
                    || it.label().name().map(Folding::phrase).filter(wanted::equals).isPresent())
        .toList();
  }

  List<LabelLine> labels() {
    return labels;
  }

  Optional<Name> name() {
    return name;
  }

  /** The spelling of most labels, the first of those that are equally frequent. */
  Optional<String> shownName() {
    return names.entrySet().stream()
        .reduce((one, two) -> two.getValue() > one.getValue() ? two : one)
        .map(Map.Entry::getKey);
  }

  Optional<String> role() {
    return role;
  }

  Optional<String> outlet() {
    return outlet;
  }

  Optional<KnownSpeaker> known() {
    return known;
  }

  boolean hasOutlet(Optional<String> other) {
    return outlet.map(Folding::phrase).equals(other.map(Folding::phrase));
  }

  Speaker speaker(String id) {
    var shown = shownName();
    var others = new LinkedHashSet<>(names.keySet());
    known.ifPresent(it -> shown.ifPresent(unused -> others.add(it.name())));
    shown.ifPresent(others::remove);
    return new Speaker(
        id,
        shown.or(() -> known.map(KnownSpeaker::name)),
        role.or(() -> known.flatMap(KnownSpeaker::role)),
        outlet,
        List.copyOf(others));
  }
}
