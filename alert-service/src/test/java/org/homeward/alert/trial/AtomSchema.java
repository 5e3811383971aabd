package org.homeward.alert.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** RFC 4287's own schema, applied by jing. */
public final class AtomSchema {

  private AtomSchema() {}

  private static final class Findings implements ErrorHandler {

    private final List<String> all = new ArrayList<>();

    @Override
    public void warning(SAXParseException e) {
      all.add(e.toString());
    }

    @Override
    public void error(SAXParseException e) {
      all.add(e.toString());
    }

    @Override
    public void fatalError(SAXParseException e) {
      all.add(e.toString());
    }
  }

  /** Fails on the first thing that is wrong; skips the test when the schema is not there. */
  public static void check(byte[] atom) {
    var schema = Conformance.path("atom/schema/atom_rfc4287.rng");
    var findings = new Findings();
    var properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, findings);
    var driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    try {
      assertThat(driver.loadSchema(ValidationDriver.fileInputSource(schema.toFile()))).isTrue();
      boolean valid = driver.validate(new InputSource(new ByteArrayInputStream(atom)));
      assertThat(findings.all).isEmpty();
      assertThat(valid).isTrue();
    } catch (IOException | SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As an XML parser reads it. */
  public static Document parse(String atom) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(atom)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
