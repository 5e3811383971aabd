/** Text as people see it: what shows nothing, what hides, and what leads somewhere. */
@NullMarked
package org.homeward.schema.writing;

import org.jspecify.annotations.NullMarked;
