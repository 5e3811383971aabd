/** HTTP: people's commands, and partners' messages. */
package org.homeward.bridge.web;
