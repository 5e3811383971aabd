/** Events as they travel on a topic: CloudEvents 1.0 in the Kafka binding. */
@NullMarked
package org.homeward.schema.event;

import org.jspecify.annotations.NullMarked;
