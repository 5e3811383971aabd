/** Codes that others register: which there are, and nothing about what they mean. */
@NullMarked
package org.homeward.schema.codes;

import org.jspecify.annotations.NullMarked;
