package org.homeward.schema.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.schema.json.StrictJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class MergePatchTest {

  /** The object cases of RFC 7396, appendix A. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":"b"}               | {"a":"c"}                     | {"a":"c"}
          {"a":"b"}               | {"b":"c"}                     | {"a":"b","b":"c"}
          {"a":"b"}               | {"a":null}                    | {}
          {"a":"b","b":"c"}       | {"a":null}                    | {"b":"c"}
          {"a":["b"]}             | {"a":"c"}                     | {"a":"c"}
          {"a":"c"}               | {"a":["b"]}                   | {"a":["b"]}
          {"a":{"b":"c"}}         | {"a":{"b":"d","c":null}}      | {"a":{"b":"d"}}
          {"a":[{"b":"c"}]}       | {"a":[1]}                     | {"a":[1]}
          {"e":null}              | {"a":1}                       | {"e":null,"a":1}
          {}                      | {"a":{"bb":{"ccc":null}}}     | {"a":{"bb":{}}}
          """)
  void appliesAsTheStandardSays(String target, String patch, String result) {
    assertThat(MergePatch.apply(object(target), object(patch))).isEqualTo(object(result));
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) StrictJson.read(json.getBytes());
  }
}
