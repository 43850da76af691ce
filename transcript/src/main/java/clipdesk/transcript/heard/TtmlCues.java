package clipdesk.transcript.heard;

import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.text.Xml;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Paragraphs of a TTML document with their times (TTML2, 10); nested times add up. */
final class TtmlCues {
  /** Where tapes begin: programmes are timed from ten o'clock on by custom. */
  private static final double TEN_HOURS = 36_000;

  private final XMLStreamReader xml;
  private final List<Cue> cues = new ArrayList<>();
  private final Deque<Double> begins = new ArrayDeque<>(List.of(0.0));
  private TtmlTime time = TtmlTime.of(Optional.empty(), Optional.empty(), Optional.empty());

  private TtmlCues(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** Of a programme's whole document. */
  static List<Cue> read(String text) {
    return fromZero(asTheyStand(text));
  }

  /** By the times of the document, wherever these begin. */
  static List<Cue> asTheyStand(String text) {
    try {
      var reader = new TtmlCues(Xml.read(text));
      reader.read();
      return reader.cues;
    } catch (XMLStreamException e) {
      throw new MalformedInputException("bad-form", "No TTML: " + e.getMessage());
    }
  }

  private static List<Cue> fromZero(List<Cue> cues) {
    if (cues.stream().anyMatch(cue -> cue.in() < TEN_HOURS)) {
      return cues;
    }
    return cues.stream()
        .map(
            cue -> {
              var parts =
                  List.of(new Cue.Part(cue.in() - TEN_HOURS, cue.parts().getFirst().text()));
              return new Cue(
                  cue.index(), cue.in() - TEN_HOURS, cue.out() - TEN_HOURS, parts, cue.speaker());
            })
        .toList();
  }

  private void read() throws XMLStreamException {
    while (xml.hasNext()) {
      var event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw new MalformedInputException("bad-form", "The TTML has a document type");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        start(Xml.local(xml.getLocalName()));
      } else if (event == XMLStreamConstants.END_ELEMENT
          && isContainer(Xml.local(xml.getLocalName()))) {
        begins.pop();
      }
    }
  }

  private void start(String name) throws XMLStreamException {
    switch (name) {
      case "tt" ->
          time =
              TtmlTime.of(
                  attribute("frameRate"), attribute("frameRateMultiplier"), attribute("tickRate"));
      case "body", "div" -> begins.push(begins.peek() + seconds("begin").orElse(0.0));
      case "p" -> paragraph();
      default -> {}
    }
  }

  private void paragraph() throws XMLStreamException {
    var in = seconds("begin").map(it -> it + begins.peek());
    var out =
        seconds("end")
            .map(it -> it + begins.peek())
            .or(() -> seconds("dur").flatMap(dur -> in.map(it -> it + dur)));
    var text = text();
    if (in.isPresent() && out.isPresent()) {
      var parts = List.of(new Cue.Part(in.get(), text));
      cues.add(new Cue(cues.size(), in.get(), out.get(), parts, Optional.empty()));
    }
  }

  private String text() throws XMLStreamException {
    var text = new StringBuilder();
    for (var depth = 1; depth > 0; ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          text.append(Xml.local(xml.getLocalName()).equals("br") ? "\n" : "");
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        default -> {}
      }
    }
    return text.toString();
  }

  private Optional<Double> seconds(String name) {
    return attribute(name).map(time::seconds);
  }

  private Optional<String> attribute(String name) {
    for (var i = 0; i < xml.getAttributeCount(); i++) {
      if (Xml.local(xml.getAttributeLocalName(i)).equals(name)) {
        return Optional.of(xml.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  private static boolean isContainer(String name) {
    return name.equals("body") || name.equals("div");
  }
}
