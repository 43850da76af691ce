package clipdesk.transcript.parse;

import clipdesk.transcript.language.Folding;
import clipdesk.transcript.script.KnownSpeaker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Speakers of the catalogue by what a label may call them: a name, a role alone, an alias. */
final class KnownNames {
  private final Map<List<String>, Set<KnownSpeaker>> byName = new HashMap<>();
  private final Map<String, Set<KnownSpeaker>> byOffice = new HashMap<>();

  KnownNames(List<KnownSpeaker> catalogue) {
    for (var speaker : catalogue) {
      var names = Stream.concat(Stream.of(speaker.name()), speaker.aliases().stream()).toList();
      names.forEach(it -> add(byName, Name.of(it).sorted(), speaker));
      Stream.concat(names.stream(), speaker.role().stream())
          .forEach(it -> add(byOffice, Folding.phrase(it), speaker));
    }
  }

  private static <K> void add(Map<K, Set<KnownSpeaker>> to, K key, KnownSpeaker speaker) {
    to.merge(key, Set.of(speaker), KnownNames::both);
  }

  private static Set<KnownSpeaker> both(Set<KnownSpeaker> one, Set<KnownSpeaker> other) {
    return Set.copyOf(Stream.concat(one.stream(), other.stream()).toList());
  }

  /** The only one whom it may be: of two, nobody knows which of them speaks. */
  Optional<KnownSpeaker> only(Member member) {
    var found =
        member.name().isPresent()
            ? byName.getOrDefault(member.name().get().sorted(), Set.of())
            : member.role().map(it -> byOffice.get(Folding.phrase(it))).orElse(Set.of());
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }
}
