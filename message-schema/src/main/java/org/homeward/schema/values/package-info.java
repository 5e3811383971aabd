/**
 * The values that facts are made of: codes, texts, dates, places, answers, and the audience of
 * each.
 */
@NullMarked
package org.homeward.schema.values;

import org.jspecify.annotations.NullMarked;
