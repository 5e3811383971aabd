/** What the police see of a case: exists once a report is released, under an id of its own. */
@NullMarked
package org.homeward.alert.notices;

import org.jspecify.annotations.NullMarked;
