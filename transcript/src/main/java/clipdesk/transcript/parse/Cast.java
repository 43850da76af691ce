package clipdesk.transcript.parse;

import clipdesk.transcript.edits.Naming;
import clipdesk.transcript.language.Folding;
import clipdesk.transcript.script.Finding.Code;
import clipdesk.transcript.script.KnownSpeaker;
import clipdesk.transcript.script.Speaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which labels mean the same person. Two are joined only if there is exactly one way to do so; what
 * was joined on less than the same words is a finding.
 */
final class Cast {
  /** Beyond so many there is no conference, and comparing each with each takes too long. */
  private static final int MOST_COMPARED = 500;

  /** A label that was taken for that of another speaker, who was called so then. */
  private record Joined(Code code, LabelLine label, Optional<String> called) {}

  private final List<Member> members = new ArrayList<>();
  private final Map<String, Map<String, Member>> byWords = new HashMap<>();
  private final Map<LabelLine, Member> byLabel = new HashMap<>();
  private final Set<Member> apart = new HashSet<>();
  private final List<Joined> joined = new ArrayList<>();
  private final Findings findings;

  Cast(Findings findings) {
    this.findings = findings;
  }

  void fill(List<LabelLine> labels, List<KnownSpeaker> catalogue, Parted parted) {
    // What says most comes first, so that a shorter label finds what it is short for.
    labels.stream()
        .sorted(Comparator.comparingInt(Cast::says).reversed())
        .forEach(it -> place(it, parted));
    if (members.size() <= MOST_COMPARED) {
      joinSpellings();
      joinShortened();
    }
    joinWithCatalogue(catalogue);
    members.forEach(member -> member.labels().sort(Comparator.comparingInt(LabelLine::line)));
    members.sort(Comparator.comparingInt(member -> member.labels().getFirst().line()));
  }

  /**
   * Once it is settled who is who and how they are called: labels that were taken for those of
   * others, or have the order of words that their speaker has not.
   */
  void note() {
    joined.forEach(it -> findings.add(it.code(), it.label().line(), meant(it)));
    members.forEach(this::noteNameOrder);
  }

  Member of(LabelLine label) {
    return byLabel.get(label);
  }

  List<Member> members() {
    return members;
  }

  /** The catalogue's id, or the next free one in the order of appearance. */
  Map<Member, Speaker> speakers() {
    var speakers = new LinkedHashMap<Member, Speaker>();
    var next = 1;
    for (var member : members) {
      var id = member.known().map(KnownSpeaker::id).orElse("s" + next);
      next += member.known().isPresent() ? 0 : 1;
      speakers.put(member, member.speaker(id));
    }
    return speakers;
  }

  /** Somebody whom no label names. */
  Member add(Naming naming) {
    var member = new Member();
    member.rename(naming.name(), naming.role(), naming.outlet());
    members.add(member);
    return member;
  }

  /** Joins two members because an editor says so. */
  void merge(Member into, Member other) {
    into.addAll(other);
    members.remove(other);
    byLabel.replaceAll((label, member) -> member == other ? into : member);
  }

  private static int says(LabelLine line) {
    var label = line.label();
    return (label.name().isPresent() ? 4 : 0)
        + (label.outlet().isPresent() ? 2 : 0)
        + (label.role().isPresent() ? 1 : 0);
  }

  private void place(LabelLine line, Parted parted) {
    var label = line.label();
    var isApart = parted.has(label);
    var words = isApart ? "≠ " + Parted.called(label) : words(label);
    var byOutlet = byWords.computeIfAbsent(words, unused -> new LinkedHashMap<>());
    var outlet = label.outlet().map(Folding::phrase).orElse("");
    var only = outlet.isEmpty() && byOutlet.size() == 1;
    var member =
        only
            ? byOutlet.values().iterator().next()
            : byOutlet.computeIfAbsent(outlet, unused -> added());
    member.add(line);
    if (isApart) {
      apart.add(member);
    }
    byLabel.put(line, member);
  }

  private Member added() {
    var member = new Member();
    members.add(member);
    return member;
  }

  /** The same for labels that may mean the same person: the name's words, or the office. */
  private static String words(Label label) {
    return label
        .name()
        .map(name -> String.join(" ", Name.of(name).sorted()))
        .orElseGet(() -> "= " + label.role().map(Folding::phrase).orElse(""));
  }

  private Optional<Member> only(Predicate<Member> wanted) {
    var found = members.stream().filter(wanted).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private void joinSpellings() {
    for (var i = 0; i < members.size(); i++) {
      var one = members.get(i);
      for (var j = members.size() - 1; j > i; j--) {
        var two = members.get(j);
        if (one.outlet().isPresent() && one.hasOutlet(two.outlet()) && isNearly(one, two)) {
          join(Code.LABEL_SPELLING, two, one);
        }
      }
    }
  }

  private boolean isNearly(Member one, Member two) {
    return !apart.contains(one)
        && !apart.contains(two)
        && one.name().flatMap(name -> two.name().map(name::isNearly)).orElse(false);
  }

  /** A role alone, or a surname alone, where exactly one longer label has it. */
  private void joinShortened() {
    for (var member : members.stream().filter(it -> !apart.contains(it)).toList()) {
      only(it -> it != member && isShortFor(member, it))
          .ifPresent(longer -> join(Code.LABEL_SHORTENED, member, longer));
    }
  }

  private void join(Code code, Member other, Member into) {
    var called = into.shownName();
    other.labels().forEach(it -> joined.add(new Joined(code, it, called)));
    merge(into, other);
  }

  /** What an editor sees; where that is the label's own name, the one that it was taken for. */
  private Optional<String> meant(Joined it) {
    var shown = of(it.label()).speaker("").name();
    return shown.equals(it.label().label().name()) ? it.called() : shown;
  }

  private static boolean isShortFor(Member member, Member longer) {
    if (longer.name().isEmpty()) {
      return false;
    }
    if (member.name().isEmpty()) {
      return member.outlet().isEmpty()
          && member.role().map(Folding::phrase).equals(longer.role().map(Folding::phrase));
    }
    return member.outlet().isEmpty()
        && member.name().get().sorted().size() == 1
        && member.name().get().isPartOf(longer.name().get());
  }

  private void joinWithCatalogue(List<KnownSpeaker> catalogue) {
    var known = new KnownNames(catalogue);
    var fitting = new LinkedHashMap<KnownSpeaker, List<Member>>();
    for (var member : members) {
      known
          .only(member)
          .ifPresent(it -> fitting.computeIfAbsent(it, unused -> new ArrayList<>()).add(member));
    }
    fitting.forEach(this::join);
  }

  /** Two of one name have two outlets: which of them is the catalogue's, nobody knows. */
  private void join(KnownSpeaker speaker, List<Member> fitting) {
    var named = fitting.stream().filter(it -> it.name().isPresent()).toList();
    if (named.size() <= 1) {
      var person = named.isEmpty() ? fitting.getFirst() : named.getFirst();
      person.is(speaker);
      fitting.stream()
          .filter(it -> it != person && !apart.contains(it))
          .forEach(it -> join(Code.LABEL_SHORTENED, it, person));
    }
  }

  private void noteNameOrder(Member member) {
    var order = member.name().map(Name::inOrder);
    for (var line : member.labels()) {
      var other = line.label().name().map(Name::of);
      if (other.isPresent()
          && other.map(Name::sorted).equals(member.name().map(Name::sorted))
          && !other.map(Name::inOrder).equals(order)) {
        findings.add(Code.NAME_ORDER, line.line(), member.shownName());
      }
    }
  }
}
