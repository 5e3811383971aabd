/** JSON as it is read strictly, checked against the schemas and written in one form. */
@NullMarked
package org.homeward.schema.json;

import org.jspecify.annotations.NullMarked;
