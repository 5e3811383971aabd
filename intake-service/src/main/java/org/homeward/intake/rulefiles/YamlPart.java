package org.homeward.intake.rulefiles;

import java.io.Reader;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A part of a file of rules that knows its line. Whatever does not fit is refused by an {@link
 * IllegalStateException} that names file and line, so that a service with a hole in it does not
 * start.
 */
public record YamlPart(String file, Node node) {

  public static YamlPart of(String file, Reader text) {
    try {
      Node read = new Yaml(new LoaderOptions()).compose(text);
      if (read == null) {
        throw wrong(file, 1, "there should be named fields");
      }
      return new YamlPart(file, read);
    } catch (MarkedYAMLException notYaml) {
      throw wrong(file, notYaml.getProblemMark().getLine() + 1, notYaml.getProblem());
    }
  }

  private static IllegalStateException wrong(String file, int line, String what) {
    return new IllegalStateException(file + ", line " + line + ": " + what);
  }

  public IllegalStateException wrong(String what) {
    return wrong(file, node.getStartMark().getLine() + 1, what);
  }

  /** Refuses a field that has another name than these, or that stands here twice. */
  public YamlPart only(Collection<String> known) {
    Set<String> seen = new HashSet<>();
    for (NodeTuple each : tuples()) {
      var key = new YamlPart(file, each.getKeyNode());
      if (!known.contains(key.text())) {
        throw key.wrong("unknown " + key.text());
      }
      if (!seen.add(key.text())) {
        throw key.wrong(key.text() + " stands here twice");
      }
    }
    return this;
  }

  public YamlPart at(String name) {
    return maybe(name).orElseThrow(() -> wrong("missing " + name));
  }

  public Optional<YamlPart> maybe(String name) {
    return tuples().stream()
        .filter(each -> new YamlPart(file, each.getKeyNode()).text().equals(name))
        .findFirst()
        .map(each -> new YamlPart(file, each.getValueNode()));
  }

  private List<NodeTuple> tuples() {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("there should be named fields");
    }
    return mapping.getValue();
  }

  public List<YamlPart> items() {
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong("there should be a list");
    }
    return sequence.getValue().stream().map(each -> new YamlPart(file, each)).toList();
  }

  public String text() {
    boolean isSaid = !node.getTag().equals(Tag.NULL);
    if (isSaid && node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw wrong("there should be a text");
  }

  /** Words in a language; a number, a yes or a null is none. */
  private String words() {
    if (!node.getTag().equals(Tag.STR)) {
      throw wrong("there should be a text");
    }
    return text();
  }

  public <E extends Enum<E>> E code(Set<E> allowed) {
    String text = text();
    return allowed.stream()
        .filter(each -> each.name().equals(text))
        .findFirst()
        .orElseThrow(() -> wrong("unknown code " + text));
  }

  /** A list of codes, none twice. */
  public <E extends Enum<E>> Set<E> codes(Set<E> allowed) {
    Set<E> codes = new LinkedHashSet<>();
    for (YamlPart each : items()) {
      if (!codes.add(each.code(allowed))) {
        throw each.wrong(each.text() + " stands here twice");
      }
    }
    return codes;
  }

  public Duration duration() {
    try {
      Duration read = Duration.parse(text());
      if (read.isPositive()) {
        return read;
      }
    } catch (DateTimeParseException notOurForm) {
      // Said below.
    }
    throw wrong("there should be a time such as PT4H");
  }

  /** One text for each name. */
  public Map<String, String> texts(List<String> names) {
    only(names);
    Map<String, String> texts = new LinkedHashMap<>();
    names.forEach(name -> texts.put(name, at(name).words()));
    return texts;
  }
}
