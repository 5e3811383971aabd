/** The topic of cases as it is read, and the topic of alerts as it is written. */
@NullMarked
package org.homeward.alert.kafka;

import org.jspecify.annotations.NullMarked;
