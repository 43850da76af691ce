package clipdesk.transcript.text;

import clipdesk.transcript.refusals.MalformedInputException;
import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Text of {@code word/document.xml}: runs of a paragraph are joined as they are, since a word may
 * lie in several of them; what was deleted or moved away is out, what was inserted is in.
 */
final class DocxXml {
  private static final Set<String> LEFT_OUT =
      Set.of("del", "moveFrom", "tabs", "drawing", "pict", "txbxContent", "Fallback");

  private final XMLStreamReader xml;
  private final StringBuilder text = new StringBuilder();

  private DocxXml(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * @throws MalformedInputException {@code bad-docx} if it is no XML or declares anything of its
   *     own: an entity can grow without bound
   */
  static String read(byte[] part) {
    try {
      var reader = new DocxXml(Xml.read(new ByteArrayInputStream(part)));
      reader.read();
      return reader.text.toString();
    } catch (XMLStreamException e) {
      throw new MalformedInputException("bad-docx", "The DOCX is broken: " + e.getMessage());
    }
  }

  private void read() throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(Xml.local(xml.getLocalName()));
        case XMLStreamConstants.END_ELEMENT -> {
          if (Xml.local(xml.getLocalName()).equals("p")) {
            text.append('\n');
          }
        }
        case XMLStreamConstants.DTD ->
            throw new MalformedInputException("bad-docx", "The DOCX has a document type");
        default -> {}
      }
    }
  }

  private void start(String name) throws XMLStreamException {
    switch (name) {
      case "t" -> text.append(xml.getElementText());
      case "br", "cr" -> text.append('\n');
      case "tab" -> text.append('\t');
      case "noBreakHyphen" -> text.append('\u2011');
      case "softHyphen" -> text.append('\u00ad');
      default -> {
        if (LEFT_OUT.contains(name)) {
          skip();
        }
      }
    }
  }

  private void skip() throws XMLStreamException {
    for (var depth = 1; depth > 0; ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
  }
}
