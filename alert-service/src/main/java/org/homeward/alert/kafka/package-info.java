/** The topic of cases as it is read, and the topic of alerts as it is written. */
package org.homeward.alert.kafka;
