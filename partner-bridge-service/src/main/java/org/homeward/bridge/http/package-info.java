/** The way to partners' bridges. */
package org.homeward.bridge.http;
