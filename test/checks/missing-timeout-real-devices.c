// leash-missing-timeout with the real headers of libmodbus, libusb,
// libserialport and sd-bus: leaking, limited, and limited in a way that is easy
// to overlook.
//
// REQUIRES: modbus-headers, usb-headers, serialport-headers, sd-bus-headers
// RUN: %check %s leash-missing-timeout -std=c11,c17
// RUN: %check %s leash-missing-timeout -std=c17 -check-suffix=,LOOPS -- "--config={CheckOptions: [{key: leash-missing-timeout.AcceptLoops, value: true}]}"
#include <libserialport.h>
#include <libusb-1.0/libusb.h>
#include <modbus/modbus.h>
#include <stdint.h>
#include <stdlib.h>
#include <systemd/sd-bus.h>

static unsigned char buffer[64];

/*===--- libmodbus: a client has half a second, a server waits ------------===*/

int modbusAsks(void) {
  uint16_t values[8];
  modbus_t *context = modbus_new_tcp("192.0.2.1", MODBUS_TCP_DEFAULT_PORT);
  if (modbus_connect(context) == -1)
    return -1;
  return modbus_read_registers(context, 0, 8, values);
}
int modbusServes(void) {
  modbus_t *context = modbus_new_rtu("/dev/ttyS0", 115200, 'N', 8, 1);
  modbus_connect(context);
  return modbus_receive(context, buffer);
  // CHECK-MESSAGES-LOOPS: :[[@LINE-1]]:10: warning: 'modbus_receive' can wait for ever for a request: 'context' has no time limit; modbus_set_indication_timeout limits it [leash-missing-timeout]
}
int modbusServesInTime(void) {
  modbus_t *context = modbus_new_rtu("/dev/ttyS0", 115200, 'N', 8, 1);
  modbus_set_indication_timeout(context, 5, 0);
  return modbus_receive(context, buffer);
}
int modbusServesForEver(void) {
  modbus_t *context = modbus_new_rtu("/dev/ttyS0", 115200, 'N', 8, 1);
  modbus_set_indication_timeout(context, 0, 0);
  return modbus_receive(context, buffer);
  // CHECK-MESSAGES-LOOPS: :[[@LINE-1]]:10: warning: 'modbus_receive' can wait for ever for a request: the time limit of 'context' is 0, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES-LOOPS: :[[@LINE-3]]:3: note: it is set here
}
int modbusServesForAWhile(uint32_t microseconds) {
  modbus_t *context = modbus_new_rtu("/dev/ttyS0", 115200, 'N', 8, 1);
  modbus_set_indication_timeout(context, 0, microseconds);
  return modbus_receive(context, buffer);
}
int modbusServesForABlink(void) {
  modbus_t *context = modbus_new_rtu("/dev/ttyS0", 115200, 'N', 8, 1);
  modbus_set_indication_timeout(context, 0, 1000);
  return modbus_receive(context, buffer);
}
int modbusLimitsResponses(void) {
  modbus_t *context = modbus_new_tcp_pi("::0", "502");
  modbus_set_response_timeout(context, 1, 0);
  return modbus_receive(context, buffer);
  // CHECK-MESSAGES-LOOPS: :[[@LINE-1]]:10: warning: 'modbus_receive' can wait for ever for a request: 'context' has a time limit, but it limits a client's wait for a response only [leash-missing-timeout]
  // CHECK-MESSAGES-LOOPS: :[[@LINE-3]]:3: note: the limit is set here
}
int modbusLimitsBytes(void) {
  modbus_t *context = modbus_new_tcp_pi("::0", "502");
  modbus_set_byte_timeout(context, 1, 0);
  return modbus_receive(context, buffer);
  // CHECK-MESSAGES-LOOPS: :[[@LINE-1]]:10: warning: 'modbus_receive' can wait for ever for a request: 'context' has a time limit, but it limits the pause between two bytes only [leash-missing-timeout]
  // CHECK-MESSAGES-LOOPS: :[[@LINE-3]]:3: note: the limit is set here
}
int modbusServesOfSomebody(modbus_t *context) {
  return modbus_receive(context, buffer);
}
int modbusAccepts(void) {
  modbus_t *context = modbus_new_tcp("127.0.0.1", 1502);
  int listener = modbus_tcp_listen(context, 1);
  return modbus_tcp_accept(context, &listener);
  // CHECK-MESSAGES-LOOPS: :[[@LINE-1]]:10: warning: 'modbus_tcp_accept' can wait for ever for a connection: 'context' has no time limit; select() on its socket takes a time limit [leash-missing-timeout]
}

/*===--- libusb: 0 means for ever -----------------------------------------===*/

int usbReads(libusb_device_handle *device) {
  int size;
  return libusb_bulk_transfer(device, LIBUSB_ENDPOINT_IN | 1, buffer, 64, &size,
                              0);
  // CHECK-MESSAGES: :[[@LINE-2]]:10: warning: 'libusb_bulk_transfer' is given no time limit: 0 means wait for ever [leash-missing-timeout]
}
int usbReadsInTime(libusb_device_handle *device) {
  int size;
  return libusb_bulk_transfer(device, LIBUSB_ENDPOINT_IN | 1, buffer, 64, &size,
                              1000);
}
int usbAsks(libusb_device_handle *device) {
  return libusb_control_transfer(device, 0xc0, 1, 0, 0, buffer, 64, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'libusb_control_transfer' is given no time limit: 0 means wait for ever [leash-missing-timeout]
}
int usbAsksInTime(libusb_device_handle *device) {
  return libusb_control_transfer(device, 0xc0, 1, 0, 0, buffer, 64, 250);
}
int usbListens(libusb_device_handle *device) {
  const unsigned int limit = 0;
  int size;
  return libusb_interrupt_transfer(device, 0x81, buffer, 8, &size, limit);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'libusb_interrupt_transfer' is given no time limit: 0 means wait for ever [leash-missing-timeout]
}
int usbListensAsTold(libusb_device_handle *device, unsigned int limit) {
  int size;
  return libusb_interrupt_transfer(device, 0x81, buffer, 8, &size, limit);
}
/* libusb's own helpers have a second. */
int usbDescribes(libusb_device_handle *device) {
  return libusb_get_descriptor(device, LIBUSB_DT_DEVICE, 0, buffer, 18);
}

/*===--- libserialport: 0 means for ever ----------------------------------===*/

int serialReads(struct sp_port *port) {
  return sp_blocking_read(port, buffer, 64, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'sp_blocking_read' is given no time limit: 0 means wait for ever [leash-missing-timeout]
}
int serialReadsInTime(struct sp_port *port) {
  return sp_blocking_read(port, buffer, 64, 1000);
}
int serialReadsAtOnce(struct sp_port *port) {
  return sp_nonblocking_read(port, buffer, 64);
}
int serialReadsNext(struct sp_port *port) {
  return sp_blocking_read_next(port, buffer, 64, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'sp_blocking_read_next' is given no time limit: 0 means wait for ever [leash-missing-timeout]
}
int serialWrites(struct sp_port *port) {
  return sp_blocking_write(port, buffer, 64, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'sp_blocking_write' is given no time limit: 0 means wait for ever [leash-missing-timeout]
}
int serialWaits(struct sp_event_set *events) { return sp_wait(events, 0); }
  // CHECK-MESSAGES: :[[@LINE-1]]:55: warning: 'sp_wait' is given no time limit: 0 means wait for ever [leash-missing-timeout]
int serialWaitsInTime(struct sp_event_set *events) {
  return sp_wait(events, 500);
}
int serialReadsAsTold(struct sp_port *port, unsigned limit, int isPatient) {
  if (isPatient)
    limit *= 10;
  return sp_blocking_read_next(port, buffer, 64, limit);
}

/*===--- sd-bus: 0 means 25 seconds ---------------------------------------===*/

int busCalls(sd_bus *bus, sd_bus_message *call) {
  return sd_bus_call(bus, call, UINT64_MAX, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'sd_bus_call' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
int busCallsByDefault(sd_bus *bus, sd_bus_message *call) {
  return sd_bus_call(bus, call, 0, NULL, NULL);
}
int busCallsInTime(sd_bus *bus, sd_bus_message *call) {
  return sd_bus_call(bus, call, 5 * 1000000ULL, NULL, NULL);
}
int busCallsForTheDefault(sd_bus *bus) {
  return sd_bus_call_method(bus, "org.example", "/", "org.example", "Ping",
                            NULL, NULL, "");
}
