/** What givers of tips say to have seen, with the grade that a person gave it. */
@NullMarked
package org.homeward.schema.sightings;

import org.jspecify.annotations.NullMarked;
