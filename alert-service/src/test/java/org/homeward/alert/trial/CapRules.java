package org.homeward.alert.trial;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What CAP 1.2 asks for: its schema, and the rules that a schema cannot say. */
public final class CapRules {

  private static final String CAP = "urn:oasis:names:tc:emergency:cap:1.2";
  private static final Pattern NAME = Pattern.compile("[^\\s,<&]+");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "[^\\s,<&]+,[^\\s,<&]+,\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d");
  private static final String DEGREES = "-?\\d{1,3}(\\.\\d+)?";
  private static final Pattern PAIR = Pattern.compile(DEGREES + "," + DEGREES);
  private static final Pattern CIRCLE =
      Pattern.compile(DEGREES + "," + DEGREES + "\\s+\\d+(\\.\\d+)?");
  private static final double EARTH_KM = 20_038;

  private final Schema schema;

  /** Skips the test when the schema is not there. */
  public CapRules() {
    var file = Conformance.path("cap/schema/cap12.xsd").toFile();
    try {
      schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file);
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty when the message is right. */
  public List<String> broken(byte[] message) {
    List<String> broken = new ArrayList<>();
    try {
      Document document = parse(message);
      var validator = schema.newValidator();
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      validator.validate(new DOMSource(document));
      rules(document.getDocumentElement(), broken::add);
    } catch (SAXException e) {
      broken.add("schema: " + e.getMessage());
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return broken;
  }

  public static Document parse(byte[] message)
      throws SAXException, IOException, ParserConfigurationException {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new InputSource(new ByteArrayInputStream(message)));
  }

  /** The texts of all elements of this name. */
  public static List<String> texts(Element parent, String name) {
    return all(parent, name).stream().map(Element::getTextContent).toList();
  }

  private static List<Element> all(Element parent, String name) {
    NodeList found = parent.getElementsByTagNameNS(CAP, name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static void rules(Element alert, Consumer<String> broken) {
    List.of("identifier", "sender").forEach(name -> expect(NAME, texts(alert, name), name, broken));
    String scope = texts(alert, "scope").getFirst();
    boolean restricted = texts(alert, "restriction").stream().anyMatch(text -> !text.isBlank());
    check(restricted == scope.equals("Restricted"), "restriction iff Restricted", broken);
    check(
        !scope.equals("Private") || !texts(alert, "addresses").isEmpty(),
        "addresses if Private",
        broken);
    references(alert, broken);
    List.of("event", "areaDesc")
        .forEach(
            name ->
                texts(alert, name)
                    .forEach(text -> check(!text.isBlank(), name + " is empty", broken)));
    texts(alert, "web")
        .forEach(web -> check(URI.create(web.strip()).isAbsolute(), "web is relative", broken));
    all(alert, "area").forEach(area -> area(area, broken));
    all(alert, "resource").forEach(resource -> resource(resource, broken));
  }

  private static void references(Element alert, Consumer<String> broken) {
    List<String> references = texts(alert, "references");
    String type = texts(alert, "msgType").getFirst();
    check(
        type.equals("Alert") || !references.isEmpty(), "references are needed by " + type, broken);
    String sender = texts(alert, "sender").getFirst();
    for (String all : references) {
      check(!all.isBlank(), "references are empty", broken);
      for (String one : all.strip().split("\\s+")) {
        check(REFERENCE.matcher(one).matches(), "no reference", broken);
        check(one.startsWith(sender + ","), "reference to another sender's", broken);
      }
    }
  }

  private static void area(Element area, Consumer<String> broken) {
    for (String polygon : texts(area, "polygon")) {
      String[] pairs = polygon.strip().split("\\s+");
      boolean shaped = pairs.length >= 4 && pairs[0].equals(pairs[pairs.length - 1]);
      check(shaped, "polygon is not closed", broken);
      List.of(pairs).forEach(pair -> check(isOnEarth(PAIR, pair), "no pair in polygon", broken));
    }
    for (String circle : texts(area, "circle")) {
      String text = circle.strip();
      boolean right = isOnEarth(CIRCLE, text);
      check(right, "no circle", broken);
      check(
          !right || Double.parseDouble(text.split("\\s+")[1]) <= EARTH_KM,
          "circle larger than the Earth",
          broken);
    }
    boolean ceiling = !texts(area, "ceiling").isEmpty();
    check(!ceiling || !texts(area, "altitude").isEmpty(), "ceiling without altitude", broken);
  }

  private static boolean isOnEarth(Pattern form, String text) {
    if (!form.matcher(text).matches()) {
      return false;
    }
    String[] degrees = text.split("\\s+")[0].split(",");
    return Math.abs(Double.parseDouble(degrees[0])) <= 90
        && Math.abs(Double.parseDouble(degrees[1])) <= 180;
  }

  private static void resource(Element resource, Consumer<String> broken) {
    for (String file : texts(resource, "derefUri")) {
      try {
        Base64.getMimeDecoder().decode(file.strip());
        check(file.strip().matches("[A-Za-z0-9+/=\\s]*"), "derefUri is not base64", broken);
      } catch (IllegalArgumentException e) {
        broken.accept("derefUri is not base64");
      }
    }
  }

  private static void expect(
      Pattern form, List<String> texts, String name, Consumer<String> broken) {
    texts.forEach(text -> check(form.matcher(text).matches(), name + " is no name", broken));
  }

  private static void check(boolean right, String rule, Consumer<String> broken) {
    if (!right) {
      broken.accept(rule);
    }
  }
}
