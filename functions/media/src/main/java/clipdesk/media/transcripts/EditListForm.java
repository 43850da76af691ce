package clipdesk.media.transcripts;

import clipdesk.transcript.editlist.ClipList;
import clipdesk.transcript.editlist.ClipTable;
import clipdesk.transcript.editlist.Cmx3600;
import clipdesk.transcript.editlist.Fcpxml;
import clipdesk.transcript.editlist.Otio;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In what a list of clips can be had. */
enum EditListForm {
  EDL("text/plain;charset=utf-8"),
  FCPXML("application/xml;charset=utf-8"),
  OTIO("application/json"),
  CSV("text/csv;charset=utf-8;header=present");

  private final String type;

  EditListForm(String type) {
    this.type = type;
  }

  String type() {
    return type;
  }

  /** By the word that stands in a query. */
  static Optional<EditListForm> named(String name) {
    return Stream.of(values())
        .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** Whether it says who speaks, and what. */
  boolean hasWords() {
    return this != EDL;
  }

  String write(ClipList list) {
    return switch (this) {
      case EDL -> Cmx3600.write(list);
      case FCPXML -> Fcpxml.write(list);
      case OTIO -> Otio.write(list);
      case CSV -> ClipTable.write(list);
    };
  }
}
