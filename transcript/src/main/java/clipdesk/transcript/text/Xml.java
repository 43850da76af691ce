package clipdesk.transcript.text;

import java.io.InputStream;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML of strangers: nothing outside of it is read, no entity is replaced, and names keep their
 * prefixes. Namespaces are left alone since the JDK takes minutes for a hundred thousand of them,
 * and knows a limit for attributes alone (JDK 25, {@code jdk.xml.elementAttributeLimit}).
 */
public final class Xml {
  private Xml() {}

  static XMLStreamReader read(InputStream bytes) throws XMLStreamException {
    return factory().createXMLStreamReader(bytes);
  }

  public static XMLStreamReader read(String text) throws XMLStreamException {
    return factory().createXMLStreamReader(new StringReader(text));
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return factory;
  }

  /** A name without its prefix. */
  public static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }
}
