/** The service's topic, its readers, and the form of records. */
package org.homeward.frame.broker;
