package org.homeward.intake.imports.rows;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads PFIF 1.4, alone or in the entries of an Atom or RSS feed, as a stream. A document type is
 * refused before anything of it is read, so that no entity is ever resolved.
 */
final class PfifFile {

  static final String NAMESPACE = "http://zesty.ca/pfif/1.4";

  private static final Pattern ANY_VERSION = Pattern.compile("http://zesty\\.ca/pfif/\\d\\.\\d");
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final int DEEPEST = 12;
  private static final String PERSON = "person";
  private static final String NOTE = "note";

  /** Elements of one person or note, with room for those that stand there twice. */
  private static final int MOST_FIELDS = 100;

  private static final int MOST_NOTES = 200;

  private final XMLStreamReader xml;
  private final Predicate<SourceRow> more;
  private final Set<String> seen = new HashSet<>();
  private int number;

  private PfifFile(XMLStreamReader xml, Predicate<SourceRow> more) {
    this.xml = xml;
    this.more = more;
  }

  static void read(byte[] file, Predicate<SourceRow> more) {
    XMLStreamReader xml;
    try {
      xml = factory().createXMLStreamReader(new ByteArrayInputStream(file));
    } catch (XMLStreamException | RuntimeException e) {
      throw new FileRefused("not-xml");
    }
    new PfifFile(xml, more).document();
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory;
  }

  private void document() {
    checkDeclaration();
    toElement();
    root();
    int depth = 1;
    while (depth > 0) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (isPfif(PERSON)) {
            if (!tell(person())) {
              return;
            }
          } else if (isPfif(NOTE)) {
            if (!tell(noteAlone())) {
              return;
            }
          } else if (++depth > DEEPEST) {
            throw new FileRefused("too-deep");
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {} // text between the records
      }
    }
    while (next() != XMLStreamConstants.END_DOCUMENT) {
      // what follows must be well-formed too
    }
  }

  private void checkDeclaration() {
    String version = xml.getVersion();
    String encoding = xml.getCharacterEncodingScheme();
    boolean known = version == null || version.equals("1.0");
    boolean utf8 =
        encoding == null
            || Set.of("utf-8", "us-ascii", "ascii").contains(encoding.toLowerCase(Locale.ROOT));
    String detected = xml.getEncoding();
    boolean wide = detected != null && detected.toUpperCase(Locale.ROOT).startsWith("UTF-16");
    if (!known || !utf8 || wide) {
      throw new FileRefused(known ? "not-utf-8" : "not-xml");
    }
  }

  private void root() {
    String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
    String name = xml.getLocalName();
    boolean isFeed =
        (name.equals("feed") && namespace.equals(ATOM))
            || (name.equals("rss") && namespace.isEmpty());
    if (isFeed || (name.equals("pfif") && namespace.equals(NAMESPACE))) {
      return;
    }
    boolean isOther = name.equals("pfif") && ANY_VERSION.matcher(namespace).matches();
    throw new FileRefused(isOther ? "version-not-supported" : "not-pfif");
  }

  private boolean tell(SourceRow row) {
    return more.test(row);
  }

  private SourceRow person() {
    List<RowFault> faults = new ArrayList<>();
    List<Map<String, String>> notes = new ArrayList<>();
    Map<String, String> fields = fields("", faults, notes);
    String id = fields.getOrDefault(PfifRow.PERSON_ID, "").strip();
    if (!id.isEmpty() && !seen.add(id)) {
      faults.add(new RowFault("/" + PfifRow.PERSON_ID, "repeated"));
    }
    return new SourceRow(count(), fields, notes, faults);
  }

  private SourceRow noteAlone() {
    List<RowFault> faults = new ArrayList<>();
    Map<String, String> note = fields("/notes/1", faults, null);
    return new SourceRow(count(), Map.of(), List.of(note), faults);
  }

  private int count() {
    if (++number > FileFormat.MOST_ROWS) {
      throw new FileRefused("too-many-rows");
    }
    return number;
  }

  /** The children of the element that has just begun, up to its end. */
  private Map<String, String> fields(
      String pointer, List<RowFault> faults, @Nullable List<Map<String, String>> notes) {
    Map<String, String> fields = new LinkedHashMap<>();
    Set<String> known = notes == null ? PfifRow.NOTE_FIELDS : PfifRow.PERSON_FIELDS;
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return fields;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (notes != null && isPfif(NOTE)) {
          if (notes.size() >= MOST_NOTES) {
            throw new FileRefused("too-many-notes");
          }
          notes.add(fields("/notes/" + (notes.size() + 1), faults, null));
        } else {
          field(pointer, known, fields, faults);
        }
      }
    }
  }

  private void field(
      String pointer, Set<String> known, Map<String, String> fields, List<RowFault> faults) {
    String name = xml.getLocalName();
    boolean isOurs = NAMESPACE.equals(xml.getNamespaceURI()) && known.contains(name);
    String value = value();
    if (!isOurs) {
      faults.add(new RowFault(pointer, "unknown-field"));
    } else if (fields.containsKey(name)) {
      faults.add(new RowFault(pointer + "/" + name, "repeated"));
    } else if (value.length() > FileFormat.MOST_OF_A_FIELD) {
      faults.add(new RowFault(pointer + "/" + name, "too-long"));
    } else {
      fields.put(name, value);
    }
    if (fields.size() + faults.size() > MOST_FIELDS) {
      throw new FileRefused("too-many-fields");
    }
  }

  /** The text of the element that has just begun; elements inside of it are none of the format. */
  private String value() {
    var text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) {
            throw new FileRefused("too-deep");
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(xml.getText());
        default -> {} // comments
      }
    }
    return text.toString();
  }

  private boolean isPfif(String name) {
    return NAMESPACE.equals(xml.getNamespaceURI()) && xml.getLocalName().equals(name);
  }

  private void toElement() {
    while (next() != XMLStreamConstants.START_ELEMENT) {
      // comments and instructions before the root
    }
  }

  /** Whatever the parser stumbles over is the file's fault. */
  private int next() {
    int event;
    try {
      event = xml.next();
    } catch (XMLStreamException | RuntimeException e) {
      throw new FileRefused("not-xml");
    }
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new FileRefused("document-type");
    }
    return event;
  }
}
