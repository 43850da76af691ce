package clipdesk.transcript.editlist;

import java.io.StringWriter;
import java.util.ArrayList;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * FCPXML 1.10. Every time is a whole number of frames, written as a fraction of the frame's own
 * duration: rounded ends, as seconds, gave readers one frame too many.
 */
public final class Fcpxml {
  private static final String FORMAT = "r1";

  private final ClipList list;
  private final XMLStreamWriter xml;

  private Fcpxml(ClipList list, XMLStreamWriter xml) {
    this.list = list;
    this.xml = xml;
  }

  public static String write(ClipList list) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new Fcpxml(list, xml).document();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Text can be written", e);
    }
    return text.toString();
  }

  private void document() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeDTD("<!DOCTYPE fcpxml>");
    xml.writeStartElement("fcpxml");
    attribute("version", "1.10");
    xml.writeStartElement("resources");
    xml.writeEmptyElement("format");
    attribute("id", FORMAT);
    attribute("frameDuration", "%d/%ds".formatted(list.den(), list.num()));
    var masters =
        new ArrayList<>(list.clips().stream().map(ListedClip::master).distinct().toList());
    for (var master : masters) {
      asset(master, "r" + (masters.indexOf(master) + 2));
    }
    xml.writeEndElement();
    xml.writeStartElement("library");
    xml.writeStartElement("event");
    attribute("name", list.title());
    xml.writeStartElement("project");
    attribute("name", list.title());
    xml.writeStartElement("sequence");
    attribute("format", FORMAT);
    attribute("duration", time(list.frames()));
    attribute("tcStart", time(0));
    attribute("tcFormat", list.clock().drop() ? "DF" : "NDF");
    xml.writeStartElement("spine");
    var offset = 0L;
    for (var clip : list.clips()) {
      clip(clip, offset, "r" + (masters.indexOf(clip.master()) + 2));
      offset += clip.frames();
    }
    for (var open = 0; open < 6; open++) {
      xml.writeEndElement();
    }
    xml.writeEndDocument();
  }

  private void asset(ListedMaster master, String id) throws XMLStreamException {
    xml.writeStartElement("asset");
    attribute("id", id);
    attribute("name", master.file());
    attribute("start", time(list.start(master)));
    attribute("duration", time(master.frames()));
    attribute("hasVideo", "1");
    attribute("hasAudio", "1");
    attribute("format", FORMAT);
    xml.writeEmptyElement("media-rep");
    attribute("kind", "original-media");
    attribute("src", "./" + master.file());
    xml.writeEndElement();
  }

  private void clip(ListedClip clip, long offset, String asset) throws XMLStreamException {
    xml.writeStartElement("asset-clip");
    attribute("ref", asset);
    attribute("name", clip.name());
    attribute("offset", time(offset));
    attribute("start", time(list.start(clip.master()) + clip.in()));
    attribute("duration", time(clip.frames()));
    attribute("tcFormat", list.clock(clip.master()).drop() ? "DF" : "NDF");
    if (clip.quote().isPresent()) {
      xml.writeStartElement("note");
      xml.writeCharacters(ClipList.oneLine(clip.quote().get()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, ClipList.oneLine(value));
  }

  private String time(long frames) {
    return frames == 0 ? "0s" : "%d/%ds".formatted(frames * list.den(), list.num());
  }
}
