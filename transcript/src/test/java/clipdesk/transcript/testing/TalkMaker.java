package clipdesk.transcript.testing;

import clipdesk.transcript.testing.RandomTalk.Form;
import clipdesk.transcript.testing.RandomTalk.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes one talk: an official who opens and answers, and some who ask, each trap by chance. */
final class TalkMaker {
  /** Somebody who speaks. */
  private record Person(String name, Optional<String> role, Optional<String> outlet) {
    Said says(String text) {
      return new Said(Optional.of(name), role, outlet, text);
    }
  }

  private static final double SELDOM = 0.15;
  private static final double OFTEN = 0.3;

  private final Random random;
  private final TalkWords words;
  private final Form form;
  private final StringBuilder text = new StringBuilder();
  private final List<Said> turns = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();
  private final List<Person> labelled = new ArrayList<>();
  private boolean swapped;

  TalkMaker(long seed, TalkWords words, Form form) {
    this.random = new Random(seed);
    this.words = words;
    this.form = form;
  }

  RandomTalk make() {
    people();
    var official = people.getFirst();
    var unlabelled = form != Form.LETTERS && chance(SELDOM);
    if (!unlabelled) {
      before();
    }
    if (unlabelled) {
      turns.add(new Said(Optional.empty(), Optional.empty(), Optional.empty(), speech(true)));
    } else if (form != Form.LETTERS) {
      answer(official, true);
    }
    for (var left = 2 + random.nextInt(6); left > 0; left--) {
      ask(people.get(1 + random.nextInt(people.size() - 1)));
      answer(official, left > 1);
    }
    after();
    var lineEnd = one(List.of("\n", "\n", "\r\n", "\r", "\u2028"));
    return new RandomTalk(text.toString().replace("\n", lineEnd), List.copyOf(turns));
  }

  private void people() {
    if (form == Form.LETTERS) {
      for (var letter : List.of(1, 0)) {
        var label = words.all("letters").get(letter);
        people.add(
            new Person(label.substring(0, label.length() - 1), Optional.empty(), Optional.empty()));
      }
      return;
    }
    var given = shuffled("given");
    var family = shuffled("family");
    var outlets = shuffled("outlets");
    var titles = words.all("titles");
    for (var i = 0; i < 2 + random.nextInt(4); i++) {
      var name = given.get(i) + " " + family.get(i);
      if (form == Form.DASH) {
        people.add(
            new Person(one(titles) + " " + family.get(i), Optional.empty(), Optional.empty()));
      } else if (i == 0) {
        people.add(new Person(name, Optional.of(one(words.all("roles"))), Optional.empty()));
      } else {
        var outlet = chance(SELDOM) ? one(words.all("more outlets")) : outlets.get(i);
        people.add(new Person(name, Optional.empty(), Optional.of(outlet)));
      }
    }
  }

  private void ask(Person who) {
    label(who);
    turns.add(who.says(question(who)));
  }

  private void answer(Person who, boolean callsTheNext) {
    label(who);
    turns.add(who.says(speech(callsTheNext)));
  }

  private void label(Person who) {
    var label = labelOf(who);
    if (form == Form.OWN_LINE) {
      text.append(label).append(chance(SELDOM) ? "\n" : "\n\n");
    } else {
      text.append(
          switch (form) {
            case COLON -> label + (words.language().equals("fr") ? "\u00a0: " : ": ");
            case BRACKETS -> "[" + label + "] ";
            case DASH -> label + ". – ";
            default -> label + " ";
          });
    }
  }

  private String labelOf(Person who) {
    var again = labelled.contains(who);
    labelled.add(who);
    if (form == Form.LETTERS) {
      return who.name() + ".";
    }
    if (form == Form.DASH) {
      return who.name();
    }
    var role = who.role();
    if (role.isPresent()) {
      if (again && chance(0.6)) {
        return chance(0.5) ? who.name() : role.get();
      }
      return form == Form.OWN_LINE && chance(SELDOM)
          ? who.name() + ", " + role.get()
          : role.get() + " " + who.name();
    }
    if (again && !swapped && !who.name().contains(" Le ") && chance(SELDOM)) {
      swapped = true;
      return swapped(who.name()) + ", " + who.outlet().get();
    }
    if (form == Form.OWN_LINE && chance(SELDOM)) {
      return who.name() + " (" + who.outlet().get() + ")";
    }
    if (form == Form.OWN_LINE && chance(SELDOM)) {
      return who.name().replaceFirst(" ", "  ") + " , " + who.outlet().get() + "\u00a0";
    }
    return who.name() + ", " + who.outlet().get();
  }

  /** The family name first; "Le Guen Jean" begins as a sentence does and is not read so. */
  private static String swapped(String name) {
    var blank = name.indexOf(' ');
    return name.substring(blank + 1) + " " + name.substring(0, blank);
  }

  private String question(Person who) {
    var asked = one(words.all("ask"));
    if (form != Form.LETTERS && chance(SELDOM)) {
      asked = misspelled(who.name()) + ". " + asked;
    }
    text.append(asked).append("\n\n");
    return RandomTalk.blanked(asked);
  }

  /** With one letter more, as the one who speaks might spell it. */
  private static String misspelled(String name) {
    return name + name.charAt(name.length() - 1);
  }

  /** Of one or more paragraphs, as it is read. */
  private String speech(boolean callsTheNext) {
    var said = new StringBuilder();
    for (var paragraphs = 1 + random.nextInt(3); paragraphs > 0; paragraphs--) {
      var paragraph = new StringBuilder();
      for (var sentences = 1 + random.nextInt(4); sentences > 0; sentences--) {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(one(words.all("say")));
      }
      text.append(paragraph).append("\n\n");
      said.append(said.isEmpty() ? "" : " ").append(paragraph);
      if (chance(SELDOM / 2) && paragraphs > 1) {
        text.append(one(words.all("remarks"))).append("\n\n");
      }
    }
    if (callsTheNext && chance(OFTEN)) {
      var call = one(words.all("call"));
      text.append(call).append("\n\n");
      said.append(' ').append(call);
    }
    return RandomTalk.blanked(said.toString());
  }

  private void before() {
    if (chance(SELDOM)) {
      text.append('\ufeff');
    }
    if (form == Form.OWN_LINE && chance(OFTEN)) {
      words.all("before").forEach(it -> text.append(it).append("\n\n"));
    }
  }

  private void after() {
    if (form == Form.OWN_LINE && chance(SELDOM)) {
      // A label at the very end, without a text.
      text.append(labelOf(people.getFirst())).append('\n');
    } else if (form == Form.OWN_LINE && chance(SELDOM)) {
      words.all("after").forEach(it -> text.append(it).append("\n\n"));
    }
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private String one(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  private List<String> shuffled(String list) {
    var all = new ArrayList<>(words.all(list));
    Collections.shuffle(all, random);
    return all;
  }
}
