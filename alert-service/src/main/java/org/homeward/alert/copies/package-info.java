/** What this service keeps of cases, as their own topic tells it. */
@NullMarked
package org.homeward.alert.copies;

import org.jspecify.annotations.NullMarked;
