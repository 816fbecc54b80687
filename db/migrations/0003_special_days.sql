-- Days of 2022 that are not what their weekday says. Only what is certain stands here: which days beside the fixed ones are off is announced
-- year by year, so an administrator enters every other year when it is announced.

insert into app.special_day (day, kind, name, basis) values
  ('2022-01-01', 'off', 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112 khoản 1'),
  ('2022-01-03', 'off', 'Nghỉ bù Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 111 khoản 3'),
  ('2022-01-31', 'off', 'Tết Nhâm Dần, 29 tháng Chạp', 'Bộ luật Lao động 2019, Điều 112 khoản 1'),
  ('2022-02-01', 'off', 'Tết Nhâm Dần, mùng 1', 'Bộ luật Lao động 2019, Điều 112 khoản 1'),
  ('2022-02-02', 'off', 'Tết Nhâm Dần, mùng 2', 'Bộ luật Lao động 2019, Điều 112 khoản 1'),
  ('2022-02-03', 'off', 'Tết Nhâm Dần, mùng 3', 'Bộ luật Lao động 2019, Điều 112 khoản 1'),
  ('2022-02-04', 'off', 'Tết Nhâm Dần, mùng 4', 'Bộ luật Lao động 2019, Điều 112 khoản 1'),
  ('2022-04-10', 'off', 'Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 112 khoản 1'),
  ('2022-04-11', 'off', 'Nghỉ bù Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 111 khoản 3'),
  ('2022-04-30', 'off', 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112 khoản 1'),
  ('2022-05-01', 'off', 'Ngày Quốc tế Lao động', 'Bộ luật Lao động 2019, Điều 112 khoản 1'),
  ('2022-05-02', 'off', 'Nghỉ bù Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 111 khoản 3'),
  ('2022-05-03', 'off', 'Nghỉ bù Ngày Quốc tế Lao động', 'Bộ luật Lao động 2019, Điều 111 khoản 3'),
  ('2022-09-01', 'off', 'Quốc khánh, ngày liền kề', 'Bộ luật Lao động 2019, Điều 112 khoản 1'),
  ('2022-09-02', 'off', 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112 khoản 1');
