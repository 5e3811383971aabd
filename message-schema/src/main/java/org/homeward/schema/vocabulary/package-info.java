/** The words for codes in each language, with the state of their approval. */
@NullMarked
package org.homeward.schema.vocabulary;

import org.jspecify.annotations.NullMarked;
