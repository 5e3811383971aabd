/** The document of the topics, as what every record is held against. */
package org.homeward.testkit.asyncapi;
