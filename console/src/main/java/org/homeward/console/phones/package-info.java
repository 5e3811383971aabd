/** The register of phones of organisations, which are told of alerts by text messages. */
package org.homeward.console.phones;
