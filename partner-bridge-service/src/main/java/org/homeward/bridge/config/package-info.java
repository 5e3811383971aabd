/** Puts the service together; each class is what the bean methods of one part are. */
package org.homeward.bridge.config;
